-- What every load did, also one that was refused or killed; rows stay when versions go.

CREATE TABLE IF NOT EXISTS load_entry (
  id            BIGINT    NOT NULL,        -- from 1
  started_at    TIMESTAMP NOT NULL,        -- UTC
  loaded_by     VARCHAR   NOT NULL,
  directory     VARCHAR   NOT NULL,
  source        VARCHAR,                   -- null where the manifest could not be read, as are months, files and rows
  first_month   INTEGER,                   -- yyyymm
  last_month    INTEGER,
  files         BIGINT,
  rows          BIGINT,
  bad_rows      BIGINT    NOT NULL DEFAULT 0,
  outcome       VARCHAR   NOT NULL,        -- RUNNING, LOADED, UNCHANGED, KILLED or the code of the refusal
  version       BIGINT,                    -- the version it made or found, null where it was refused
  message       VARCHAR,
  remedy        VARCHAR,
  verify_ms     BIGINT    NOT NULL DEFAULT 0,
  check_ms      BIGINT    NOT NULL DEFAULT 0,
  derive_ms     BIGINT    NOT NULL DEFAULT 0,
  reconcile_ms  BIGINT    NOT NULL DEFAULT 0,
  publish_ms    BIGINT    NOT NULL DEFAULT 0,
  total_ms      BIGINT    NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS load_feed (
  id        BIGINT  NOT NULL,
  feed      VARCHAR NOT NULL,
  files     BIGINT  NOT NULL,
  rows      BIGINT  NOT NULL,
  bad_rows  BIGINT  NOT NULL,
  check_ms  BIGINT  NOT NULL
);

CREATE TABLE IF NOT EXISTS load_bad_count (
  id      BIGINT  NOT NULL,
  feed    VARCHAR NOT NULL,
  reason  VARCHAR NOT NULL,
  rows    BIGINT  NOT NULL
);

CREATE TABLE IF NOT EXISTS load_bad_row (
  id           BIGINT  NOT NULL,
  feed         VARCHAR NOT NULL,
  file         VARCHAR NOT NULL,
  line         BIGINT  NOT NULL,
  column_name  VARCHAR,
  value        VARCHAR,
  reason       VARCHAR NOT NULL
);

-- What a killed process left.
UPDATE load_entry SET outcome = 'KILLED', message = 'the process ended while it loaded', remedy = 'Load the delivery again.'
WHERE outcome = 'RUNNING';
