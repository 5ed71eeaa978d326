-- Empty facts of revenue, subscribers, channels and targets, for one year. Rows of one month lie together, so that a month is found without
-- reading the others.

CREATE OR REPLACE TABLE f_rev_detail (     -- C01: customer x month x service
  k_month        INTEGER NOT NULL,
  k_customer     BIGINT  NOT NULL,
  k_leaf         INTEGER NOT NULL,
  k_channel      INTEGER NOT NULL,
  k_brand        INTEGER NOT NULL,
  k_plan         INTEGER NOT NULL,
  k_service      INTEGER NOT NULL,
  k_tier         INTEGER NOT NULL,
  k_tenure       INTEGER NOT NULL,
  k_payment      INTEGER NOT NULL,
  k_cohort       INTEGER NOT NULL,
  fee_gross      DECIMAL(18, 2) NOT NULL,
  discount       DECIMAL(18, 2) NOT NULL,
  fee_net        DECIMAL(18, 2) NOT NULL,  -- fee_gross - discount
  gift           DECIMAL(18, 2) NOT NULL,
  minutes        BIGINT NOT NULL,
  msgs           BIGINT NOT NULL,
  kb             BIGINT NOT NULL,
  fee_voice      DECIMAL(18, 2) NOT NULL,  -- amounts by flag are stored (M5): a filter on services keeps its meaning
  fee_data       DECIMAL(18, 2) NOT NULL,
  fee_sp         DECIMAL(18, 2) NOT NULL,
  fee_group      DECIMAL(18, 2) NOT NULL,
  msgs_p2p       BIGINT NOT NULL,
  fee_existing   DECIMAL(18, 2) NOT NULL,
  fee_new        DECIMAL(18, 2) NOT NULL,
  fee_returning  DECIMAL(18, 2) NOT NULL,
  fee_lost_prev  DECIMAL(18, 2) NOT NULL,  -- of a customer who left in k_month: the fee of the month before
  fee_top        DECIMAL(18, 2) NOT NULL,  -- of the top 32 % by ARPU3
  k_payer        BIGINT                    -- the customer where the fee is above zero
);

CREATE OR REPLACE TABLE f_sub_detail (     -- C02: customer x month
  k_month        INTEGER NOT NULL,
  k_customer     BIGINT  NOT NULL,
  k_leaf         INTEGER NOT NULL,
  k_channel      INTEGER NOT NULL,
  k_brand        INTEGER NOT NULL,
  k_plan         INTEGER NOT NULL,
  k_tier         INTEGER NOT NULL,
  k_tenure       INTEGER NOT NULL,
  k_payment      INTEGER NOT NULL,
  k_status       INTEGER NOT NULL,
  k_age          INTEGER NOT NULL,
  is_start       BOOLEAN NOT NULL,
  is_end         BOOLEAN NOT NULL,
  is_new         BOOLEAN NOT NULL,
  is_left        BOOLEAN NOT NULL,
  is_back        BOOLEAN NOT NULL,
  active         BOOLEAN NOT NULL,
  zero_call      BOOLEAN NOT NULL,
  silent         BOOLEAN NOT NULL,
  mid_high_hq    BOOLEAN NOT NULL,
  top_32         BOOLEAN NOT NULL,
  mid_high_dyn   BOOLEAN NOT NULL,
  vip            BOOLEAN NOT NULL,
  tenure_months  INTEGER NOT NULL,
  arpu3          DECIMAL(18, 2) NOT NULL,
  fee            DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE f_subscriber (     -- C02: end and flow rows under this month's keys, start rows under last month's (M2)
  k_month        INTEGER NOT NULL,
  k_leaf         INTEGER NOT NULL,
  k_channel      INTEGER NOT NULL,
  k_brand        INTEGER NOT NULL,
  k_plan         INTEGER NOT NULL,
  k_tier         INTEGER NOT NULL,
  k_tenure       INTEGER NOT NULL,
  k_payment      INTEGER NOT NULL,
  k_status       INTEGER NOT NULL,
  k_age          INTEGER NOT NULL,
  subs_end       INTEGER NOT NULL,
  subs_start     INTEGER NOT NULL,
  subs_avg       DECIMAL(18, 1) NOT NULL,  -- half of start and end
  subs_new       INTEGER NOT NULL,
  subs_left      INTEGER NOT NULL,
  subs_back      INTEGER NOT NULL,
  subs_net       INTEGER NOT NULL,         -- new + back - left
  area_in        INTEGER NOT NULL,         -- transfers are kept apart: each has meaning in its own dimension only (M6)
  area_out       INTEGER NOT NULL,
  brand_in       INTEGER NOT NULL,
  brand_out      INTEGER NOT NULL,
  plan_in        INTEGER NOT NULL,
  plan_out       INTEGER NOT NULL,
  active         INTEGER NOT NULL,
  zero_call      INTEGER NOT NULL,
  silent         INTEGER NOT NULL,
  mid_high_hq    INTEGER NOT NULL,
  mid_high_dyn   INTEGER NOT NULL,
  vip            INTEGER NOT NULL,
  bundled        INTEGER NOT NULL,
  arpu_1         INTEGER NOT NULL,         -- by band of ARPU3: below 5, 20, 30, 50, 80, 120, 200, 300 yuan, and more
  arpu_2         INTEGER NOT NULL,
  arpu_3         INTEGER NOT NULL,
  arpu_4         INTEGER NOT NULL,
  arpu_5         INTEGER NOT NULL,
  arpu_6         INTEGER NOT NULL,
  arpu_7         INTEGER NOT NULL,
  arpu_8         INTEGER NOT NULL,
  arpu_9         INTEGER NOT NULL,
  activated_3m   INTEGER NOT NULL,         -- activated three months before, under the keys of then
  kept_3m        INTEGER NOT NULL,         -- of them in net with a call or a fee
  mid_high_start INTEGER NOT NULL,         -- of mid or high value at the start
  mid_high_lost  INTEGER NOT NULL          -- of them left or of lower value at the end
);

CREATE OR REPLACE TABLE f_channel_day (    -- C03: channel x day x business type x brand
  k_month          INTEGER NOT NULL,
  k_day            INTEGER NOT NULL,
  k_channel        INTEGER NOT NULL,
  k_area           INTEGER NOT NULL,
  k_business_type  INTEGER NOT NULL,
  k_brand          INTEGER NOT NULL,
  attempts         INTEGER NOT NULL,
  transactions     INTEGER NOT NULL,
  tx_electronic    INTEGER NOT NULL,
  amount           DECIMAL(18, 2) NOT NULL,
  commission       DECIMAL(18, 2) NOT NULL,
  new_nums         INTEGER NOT NULL,
  terminals        INTEGER NOT NULL,
  new_service      INTEGER NOT NULL,
  busy             INTEGER NOT NULL,
  fail             INTEGER NOT NULL,
  complaints       INTEGER NOT NULL,
  k_active         INTEGER,                -- the channel where it had a transaction
  k_releasing      INTEGER,                -- the channel where it released a number
  tx_eligible      INTEGER NOT NULL,       -- that an electronic channel could do
  tx_diverted      INTEGER NOT NULL,       -- of them done by one
  diversion_saving DECIMAL(18, 2) NOT NULL -- of these, against the unit cost of own halls in the month
);

CREATE OR REPLACE TABLE f_channel_cost (   -- C03: channel x month, open channels without cost included
  k_month       INTEGER NOT NULL,
  k_channel     INTEGER NOT NULL,
  k_area        INTEGER NOT NULL,
  depreciation  DECIMAL(18, 2) NOT NULL,
  maintenance   DECIMAL(18, 2) NOT NULL,
  marketing     DECIMAL(18, 2) NOT NULL,
  labour        DECIMAL(18, 2) NOT NULL,
  rent          DECIMAL(18, 2) NOT NULL,
  delivered     BOOLEAN NOT NULL,          -- false for an open outlet without a cost
  open_outlet   INTEGER NOT NULL,          -- 1 for an outlet open in the month (M8)
  idle_outlet   INTEGER NOT NULL,          -- 1 when it released no number
  short_outlet  INTEGER NOT NULL           -- 1 when its stock was below its threshold on one of the last seven days
);

CREATE OR REPLACE TABLE f_channel_stock (  -- C03: channel x day
  k_month    INTEGER NOT NULL,
  k_day      INTEGER NOT NULL,
  k_channel  INTEGER NOT NULL,
  k_area     INTEGER NOT NULL,
  stock      INTEGER NOT NULL,
  receipts   INTEGER NOT NULL,
  sales      INTEGER NOT NULL
);

CREATE OR REPLACE TABLE f_target (         -- C26: year targets, one row per unit, never summed (M10)
  year_no        SMALLINT NOT NULL,
  k_kpi          INTEGER  NOT NULL,
  kpi            VARCHAR  NOT NULL,
  unit_level     VARCHAR  NOT NULL,
  unit_code      VARCHAR  NOT NULL,
  k_city         INTEGER,                  -- of the targets of cities only
  k_branch       INTEGER,                  -- of the targets of branches only
  target         DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE f_company_target ( -- those of the company, which has no member of its own below "all"
  year_no SMALLINT NOT NULL,
  k_kpi   INTEGER  NOT NULL,
  target  DECIMAL(18, 2) NOT NULL
);
