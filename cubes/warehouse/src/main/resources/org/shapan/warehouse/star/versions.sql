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
