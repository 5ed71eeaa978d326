-- Temporary tables of a load.

-- Every number that has come to a state, as it is now: carried from month to month while loading.
CREATE OR REPLACE TEMP TABLE number_now (
  number        BIGINT,
  state         VARCHAR,
  since         DATE,
  k_channel     INTEGER,                   -- null while in the company's stock
  k_area        INTEGER,
  k_batch       INTEGER,
  territory     VARCHAR,                   -- null where it may be sold anywhere
  sold_on       DATE,
  activated_on  DATE
);

CREATE OR REPLACE TEMP TABLE fact_total (  -- what the facts of a month add up to, in the terms of the feed expected_totals
  month    INTEGER NOT NULL,
  feed     VARCHAR NOT NULL,
  measure  VARCHAR NOT NULL,               -- a column, or 'rows'
  item     VARCHAR NOT NULL,               -- '*' for all
  total    DECIMAL(18, 2)
);

CREATE OR REPLACE TEMP TABLE snapshot_member (  -- who is followed by C13, carried from month to month
  k_snapshot  INTEGER,
  k_customer  BIGINT,
  k_leaf      INTEGER,
  k_brand     INTEGER,
  k_tier      INTEGER,
  fee_base    DECIMAL(18, 2)
);

CREATE OR REPLACE TEMP TABLE bad_line (    -- rows that are kept out
  feed       VARCHAR NOT NULL,
  period     INTEGER NOT NULL,             -- 0 of a feed delivered whole
  file_line  BIGINT  NOT NULL
);
