-- What outlives a load: the published versions and the surrogate keys, which never change once given.

CREATE TABLE IF NOT EXISTS data_version (
  version       BIGINT PRIMARY KEY,
  published_at  TIMESTAMP NOT NULL, -- UTC
  as_of         DATE      NOT NULL,
  closed        BOOLEAN   NOT NULL,
  source        VARCHAR   NOT NULL,
  rows          BIGINT    NOT NULL
);

CREATE TABLE IF NOT EXISTS surrogate_key (
  dimension  VARCHAR NOT NULL,
  code       VARCHAR NOT NULL,
  k          INTEGER NOT NULL
);

-- True as long as facts refer to the key and its dimension has not delivered it: an unknown member stands for it.
ALTER TABLE surrogate_key ADD COLUMN IF NOT EXISTS awaited BOOLEAN DEFAULT false;

-- The rows of facts that wait for such a key.
CREATE TABLE IF NOT EXISTS unknown_key (
  dimension  VARCHAR NOT NULL,
  code       VARCHAR NOT NULL,
  feed       VARCHAR NOT NULL,
  period     INTEGER NOT NULL,  -- yyyymm
  rows       BIGINT  NOT NULL
);

-- Files and ledger of the first month with such rows and of all after it, kept until the key arrives and they are loaded again.
CREATE TABLE IF NOT EXISTS kept_file (
  feed      VARCHAR NOT NULL,
  period    INTEGER NOT NULL,   -- yyyymm
  file      VARCHAR NOT NULL,
  rows      BIGINT  NOT NULL,
  sha256    VARCHAR NOT NULL,
  encoding  VARCHAR NOT NULL    -- of CSV
);

CREATE TABLE IF NOT EXISTS kept_total (
  month    INTEGER NOT NULL,
  feed     VARCHAR NOT NULL,
  measure  VARCHAR NOT NULL,
  item     VARCHAR NOT NULL,
  total    DECIMAL(18, 2)
);

-- Partitions, which never change once published, and the tables a load works with.
CREATE SCHEMA IF NOT EXISTS part;

-- What makes up the kept versions: the load that wrote each month of each table; month 0 where a table is not cut by month.
CREATE TABLE IF NOT EXISTS version_partition (
  version   BIGINT  NOT NULL,
  name      VARCHAR NOT NULL,
  k_month   INTEGER NOT NULL,
  load      BIGINT  NOT NULL,
  extended  BIGINT  NOT NULL   -- the load before where its rows are all there still, else 0
);

-- The files that the newest version is made of.
CREATE TABLE IF NOT EXISTS delivered_file (
  feed    VARCHAR NOT NULL,
  period  INTEGER NOT NULL,    -- yyyymm, 0 of a feed delivered whole
  sha256  VARCHAR NOT NULL,
  load    BIGINT  NOT NULL
);
