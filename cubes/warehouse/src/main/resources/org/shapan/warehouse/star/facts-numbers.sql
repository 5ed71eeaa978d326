-- Empty facts of numbers, halls and social channels (C08, C09, C10), for one year.

CREATE OR REPLACE TABLE f_number_flow (    -- C08: number x day x state, once it has a channel
  k_month      INTEGER NOT NULL,
  k_day        INTEGER NOT NULL,
  k_channel    INTEGER NOT NULL,
  k_area       INTEGER NOT NULL,
  k_batch      INTEGER NOT NULL,
  k_number     BIGINT  NOT NULL,
  state        VARCHAR NOT NULL,
  allotted     TINYINT NOT NULL,
  returned     TINYINT NOT NULL,           -- handed back to the company
  sold         TINYINT NOT NULL,
  activated    TINYINT NOT NULL,
  kept         TINYINT NOT NULL,
  given_up     TINYINT NOT NULL,
  recycled     TINYINT NOT NULL
);

CREATE OR REPLACE TABLE f_number_stock (   -- C08: numbers in channels at the end of the month
  k_month      INTEGER NOT NULL,
  k_channel    INTEGER NOT NULL,
  k_area       INTEGER NOT NULL,
  k_batch      INTEGER NOT NULL,
  k_stock_age  INTEGER NOT NULL,
  stock        INTEGER NOT NULL
);

CREATE OR REPLACE TABLE f_number_company ( -- C08: numbers in the company's stock at the end of the month, and released in it
  k_month      INTEGER NOT NULL,
  k_batch      INTEGER NOT NULL,
  k_stock_age  INTEGER NOT NULL,
  stock        INTEGER NOT NULL,
  released     INTEGER NOT NULL
);

CREATE OR REPLACE TABLE f_number_cohort (  -- C08: what has become of numbers, known at the end of the month
  k_month        INTEGER NOT NULL,
  k_channel      INTEGER NOT NULL,
  k_area         INTEGER NOT NULL,
  k_batch        INTEGER NOT NULL,
  sold_30        INTEGER NOT NULL,         -- sold, with their 30 days over in the month
  activated_30   INTEGER NOT NULL,         -- of them activated within the 30 days
  activated_3m   INTEGER NOT NULL,         -- activated three months before
  kept_3m        INTEGER NOT NULL,         -- of them in net with a call or a fee
  on_market      INTEGER NOT NULL,         -- allotted or sold until now
  in_use         INTEGER NOT NULL,         -- of them in net and active
  recyclable     INTEGER NOT NULL          -- given up more than 90 days ago and not recycled

);
CREATE OR REPLACE TABLE f_hall_hour (      -- C09: own outlet x day x hour
  k_month        INTEGER NOT NULL,
  k_day          INTEGER NOT NULL,
  k_hour         TINYINT NOT NULL,
  k_channel      INTEGER NOT NULL,
  k_area         INTEGER NOT NULL,
  transactions   INTEGER NOT NULL,
  served         INTEGER NOT NULL,
  queue_minutes  INTEGER NOT NULL,
  prompts        INTEGER NOT NULL,
  accepted       INTEGER NOT NULL
);

CREATE OR REPLACE TABLE f_hall_month (     -- C09: own outlet x month
  k_month          INTEGER NOT NULL,
  k_channel        INTEGER NOT NULL,
  k_area           INTEGER NOT NULL,
  transactions     INTEGER NOT NULL,
  divertible       INTEGER NOT NULL,       -- of them
  complaints       INTEGER NOT NULL,
  rent             DECIMAL(18, 2) NOT NULL,
  labour           DECIMAL(18, 2) NOT NULL,
  operation        DECIMAL(18, 2) NOT NULL, -- maintenance that is neither rent nor labour
  depreciation     DECIMAL(18, 2) NOT NULL,
  marketing        DECIMAL(18, 2) NOT NULL,
  cost             DECIMAL(18, 2) NOT NULL,
  fee_new          DECIMAL(18, 2) NOT NULL, -- of customers it won, in their first three months
  payment_worth    DECIMAL(18, 2) NOT NULL,
  terminal_margin  DECIMAL(18, 2) NOT NULL,
  points_worth     DECIMAL(18, 2) NOT NULL,
  expected         DECIMAL(18, 2) NOT NULL, -- net revenue of a year of customers whose third month it is
  halls            INTEGER NOT NULL,       -- 1 where open
  staff            INTEGER NOT NULL,
  floor_area       INTEGER NOT NULL        -- square metres
);

CREATE OR REPLACE TABLE f_number_check (   -- C08, C10: numbers activated in the month or the six before, with what speaks against them
  k_month          INTEGER NOT NULL,
  k_customer       BIGINT  NOT NULL,
  k_channel        INTEGER NOT NULL,       -- the channel that activated it
  k_area           INTEGER NOT NULL,       -- where the channel is
  k_brand          INTEGER NOT NULL,
  k_tier           INTEGER NOT NULL,
  k_tenure         INTEGER NOT NULL,
  tenure_months    INTEGER NOT NULL,
  in_net           INTEGER NOT NULL,
  gone             INTEGER NOT NULL,       -- left in the month
  fee              DECIMAL(18, 2) NOT NULL,
  new_6m           INTEGER NOT NULL,       -- activated in the last six months
  new_90d          INTEGER NOT NULL,       -- activated in the last three
  few_counterparts INTEGER NOT NULL,       -- the seven signs of a number kept for its commission (domain §7.3), in this month
  light_days       INTEGER NOT NULL,
  least_fee        INTEGER NOT NULL,
  shared_terminal  INTEGER NOT NULL,
  at_channel       INTEGER NOT NULL,
  channel_recharge INTEGER NOT NULL,
  dead_later       INTEGER NOT NULL,
  signs            INTEGER NOT NULL,       -- how many of them
  fake             INTEGER NOT NULL,       -- four or more signs in any month until now
  fake_6m          INTEGER NOT NULL,       -- of new_6m
  diverted         INTEGER NOT NULL,       -- used out of its territory in the first 30 days
  diverted_90d     INTEGER NOT NULL,       -- of new_90d
  sp_card          INTEGER NOT NULL,       -- used for SP services only
  sp_card_6m       INTEGER NOT NULL,       -- of new_6m
  counterparts     INTEGER,                -- the evidence
  quiet_days       INTEGER,
  main_area        VARCHAR,
  main_days        INTEGER,
  main_share       DECIMAL(5, 4),
  territory        VARCHAR,
  imei             VARCHAR,
  recharged_by     VARCHAR
);

CREATE OR REPLACE TABLE f_social_month (   -- C10: open social channel x month
  k_month        INTEGER NOT NULL,
  k_channel      INTEGER NOT NULL,
  k_area         INTEGER NOT NULL,
  k_grade        INTEGER NOT NULL,
  k_value_type   INTEGER NOT NULL,
  channels       INTEGER NOT NULL,         -- 1
  score          DECIMAL(9, 4) NOT NULL,   -- 0 to 100
  development    DECIMAL(9, 4) NOT NULL,   -- percentiles within type and urban class, 0 to 100
  handling       DECIMAL(9, 4) NOT NULL,
  user_value     DECIMAL(9, 4) NOT NULL,
  cooperation    DECIMAL(9, 4) NOT NULL,
  good_grade     INTEGER NOT NULL,         -- 1 where A or B
  grade_change   INTEGER NOT NULL,         -- steps up against the month before
  contribution   DECIMAL(18, 2) NOT NULL,  -- fee of customers it won in the last twelve months
  input          DECIMAL(18, 2) NOT NULL,  -- commission and marketing
  withheld       DECIMAL(18, 2) NOT NULL,  -- commission of numbers kept for it
  developed      INTEGER NOT NULL          -- customers in net that it won in the last twelve months
);
