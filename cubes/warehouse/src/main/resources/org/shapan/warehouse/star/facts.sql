-- Empty facts of the star, for one year. Rows of one month lie together, so that a month is found without reading the others.

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
  vip            INTEGER NOT NULL
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
  k_releasing      INTEGER                 -- the channel where it released a number
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
  idle_outlet   INTEGER NOT NULL           -- 1 when it released no number
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

CREATE OR REPLACE TABLE f_sp_hour (        -- C04: business code x day x hour
  k_month      INTEGER NOT NULL,
  k_day        INTEGER NOT NULL,
  k_hour       TINYINT NOT NULL,
  k_sp_code    INTEGER NOT NULL,
  mo           INTEGER NOT NULL,
  mt           INTEGER NOT NULL,
  traffic      INTEGER NOT NULL,           -- mo + mt
  night        INTEGER NOT NULL,           -- of it in hours 0 to 5
  fee_events   INTEGER NOT NULL,
  fee          DECIMAL(18, 2) NOT NULL,
  n_new        INTEGER NOT NULL,
  n_end        INTEGER NOT NULL,
  n_quick_end  INTEGER NOT NULL,
  complaints   INTEGER NOT NULL,
  refund       DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE f_sp_user (        -- C05, and C04 by month: customer x business code
  k_month          INTEGER NOT NULL,
  k_customer       BIGINT  NOT NULL,
  k_sp_code        INTEGER NOT NULL,
  k_leaf           INTEGER NOT NULL,
  k_channel        INTEGER NOT NULL,
  k_order_channel  INTEGER NOT NULL,
  k_brand          INTEGER NOT NULL,
  k_tier           INTEGER NOT NULL,
  k_tenure         INTEGER NOT NULL,
  k_activation     INTEGER NOT NULL,
  k_peak_hour      TINYINT NOT NULL,
  fee              DECIMAL(18, 2) NOT NULL,
  received         DECIMAL(18, 2) NOT NULL,
  arrears          DECIMAL(18, 2) NOT NULL, -- fee - received
  settlement       DECIMAL(18, 4) NOT NULL, -- fee x settlement ratio of the company
  mo               INTEGER NOT NULL,
  mt               INTEGER NOT NULL,
  n_new            INTEGER NOT NULL,        -- 1 where the use began in the month
  n_end            INTEGER NOT NULL,
  n_quick_end      INTEGER NOT NULL,
  complaints       INTEGER NOT NULL,
  refund           DECIMAL(18, 2) NOT NULL,
  first_use        DATE    NOT NULL,
  hours            INTEGER NOT NULL,        -- bit per hour with traffic
  handset          VARCHAR NOT NULL,        -- type allocation code
  called           INTEGER NOT NULL,        -- distinct numbers called in the month
  activated_on     DATE    NOT NULL,
  k_silent         BIGINT,                  -- the customer where it paid and never sent
  k_ceiling        BIGINT,                  -- the customer where the fee is at least 95 % of the ceiling
  k_new_user       BIGINT,                  -- the customer where the use began in the month
  k_fresh          BIGINT,                  -- the customer where it is in net for three months or less
  k_sp_card        BIGINT                   -- the customer where SP fees are 70 % of the bill and at most 3 numbers were called
);

CREATE OR REPLACE TABLE f_sp_city_month (   -- C04 by month: business code x city x brand (M7)
  k_month      INTEGER NOT NULL,
  k_sp_code    INTEGER NOT NULL,
  k_city       INTEGER NOT NULL,
  k_brand      INTEGER NOT NULL,
  mo           INTEGER NOT NULL,
  mt           INTEGER NOT NULL,
  n_new        INTEGER NOT NULL,
  n_end        INTEGER NOT NULL,
  n_quick_end  INTEGER NOT NULL,
  complaints   INTEGER NOT NULL,
  refund       DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE f_sp_month (        -- what is found on the users of a business code in a month
  k_month            INTEGER NOT NULL,
  k_sp_code          INTEGER NOT NULL,
  users              INTEGER NOT NULL,
  fee                DECIMAL(18, 2) NOT NULL,
  convergence        DOUBLE,                -- index of domain §6.2.7; empty below 30 users
  peak_hour_share    DOUBLE,                -- SPM-17
  three_day_share    DOUBLE,                -- SPM-18
  overlap            DOUBLE,                -- SPU-07 with the code of another company that shares most users
  homogeneous_pairs  INTEGER NOT NULL,      -- such codes with the same words and price (A-SP-16)
  malicious_users    INTEGER NOT NULL,
  malicious_fee      DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE f_sp_convergence (  -- evidence of the convergence index
  k_month         INTEGER NOT NULL,
  k_sp_code       INTEGER NOT NULL,
  k_attribute     TINYINT NOT NULL,
  concentration   DOUBLE  NOT NULL,         -- S_a
  line_base       DOUBLE  NOT NULL,         -- B_a
  excess          DOUBLE  NOT NULL,         -- C_a
  contribution    DOUBLE  NOT NULL,         -- 100 x weight x C_a
  top_share       DOUBLE  NOT NULL,         -- of the three most frequent values
  top_values      VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE f_sp_overlap (      -- evidence: users that two codes of different companies share
  k_month     INTEGER NOT NULL,
  k_sp_code   INTEGER NOT NULL,
  k_other     INTEGER NOT NULL,
  shared      INTEGER NOT NULL,
  overlap     DOUBLE  NOT NULL,             -- shared / users of the smaller code
  similarity  DOUBLE  NOT NULL              -- share of common keywords x ratio of prices
);

CREATE OR REPLACE TABLE f_arrears (         -- C06: overdue bill x service, under the keys of the customer when it was billed
  k_month          INTEGER NOT NULL,
  k_customer       BIGINT  NOT NULL,
  k_bill_month     INTEGER NOT NULL,
  k_service        INTEGER NOT NULL,
  k_sp_code        INTEGER,                 -- SP items only
  k_arrears_age    INTEGER NOT NULL,
  k_leaf           INTEGER NOT NULL,
  k_channel        INTEGER NOT NULL,
  k_order_channel  INTEGER NOT NULL,        -- of what was never ordered, the channel that won the customer
  k_brand          INTEGER NOT NULL,
  k_tier           INTEGER NOT NULL,
  k_tenure         INTEGER NOT NULL,
  k_activation     INTEGER NOT NULL,
  cycles           INTEGER NOT NULL,
  balance          DECIMAL(18, 2) NOT NULL,
  new_arrears      DECIMAL(18, 2) NOT NULL, -- overdue since this month
  recovered        DECIMAL(18, 2) NOT NULL,
  opening          DECIMAL(18, 2) NOT NULL, -- balance + recovered - new_arrears
  balance_2        DECIMAL(18, 2) NOT NULL, -- of bills two cycles old (ARR-03)
  balance_sp       DECIMAL(18, 2) NOT NULL,
  balance_group    DECIMAL(18, 2) NOT NULL,
  bad_debt         DECIMAL(18, 2) NOT NULL, -- older than twelve cycles
  malicious        DECIMAL(18, 2) NOT NULL, -- of malicious customers, each bill once: when it is two cycles old or they are found
  k_debtor         BIGINT,                  -- the customer where there is a balance
  k_malicious      BIGINT                   -- the customer where it is found malicious in the month
);

CREATE OR REPLACE TABLE f_malicious (       -- evidence: debtors that meet the first condition of domain §6.2.6 and more
  k_month           INTEGER NOT NULL,
  k_customer        BIGINT  NOT NULL,
  k_first_bill      INTEGER NOT NULL,
  cycles            INTEGER NOT NULL,
  balance           DECIMAL(18, 2) NOT NULL,
  balance_sp        DECIMAL(18, 2) NOT NULL,
  is_fresh          BOOLEAN NOT NULL,       -- tenure at the first arrears of three months or less, or returned
  is_sp             BOOLEAN NOT NULL,       -- 60 % SP fee, or five times the mean of the brand
  is_unpaid         BOOLEAN NOT NULL,       -- nothing paid since
  few_callers       BOOLEAN NOT NULL,
  shared_document   BOOLEAN NOT NULL,
  shared_handset    BOOLEAN NOT NULL,
  document          VARCHAR NOT NULL,
  handset           VARCHAR NOT NULL,
  callers           INTEGER NOT NULL,
  state             VARCHAR NOT NULL        -- malicious | suspected
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

CREATE OR REPLACE TABLE f_group_member (   -- C12: member x month
  k_month           INTEGER NOT NULL,
  k_customer        BIGINT  NOT NULL,
  k_leaf            INTEGER NOT NULL,
  k_group           INTEGER NOT NULL,
  k_brand           INTEGER NOT NULL,
  k_tier            INTEGER NOT NULL,
  k_bundle          INTEGER NOT NULL,
  is_start          BOOLEAN NOT NULL,
  is_end            BOOLEAN NOT NULL,
  is_left           BOOLEAN NOT NULL,
  core              BOOLEAN NOT NULL,      -- of mid or high value
  low_calling       INTEGER NOT NULL,      -- months in a row with few outgoing calls
  warned            BOOLEAN NOT NULL,      -- two rules of domain §7.4, or left
  minutes           INTEGER NOT NULL,
  over_net_minutes  INTEGER NOT NULL,
  fee               DECIMAL(18, 2) NOT NULL,
  fee_group         DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE f_group (          -- C12: group x month
  k_month           INTEGER NOT NULL,
  k_leaf            INTEGER NOT NULL,
  k_group           INTEGER NOT NULL,
  k_manager         INTEGER NOT NULL,      -- a channel
  k_health          INTEGER NOT NULL,
  k_stability       INTEGER NOT NULL,
  groups            INTEGER NOT NULL,
  core_groups       INTEGER NOT NULL,
  high_core_groups  INTEGER NOT NULL,
  staff_phones      INTEGER NOT NULL,
  members_start     INTEGER NOT NULL,
  members           INTEGER NOT NULL,
  members_left      INTEGER NOT NULL,
  core_members      INTEGER NOT NULL,
  core_warned       INTEGER NOT NULL,
  ordinary_warned   INTEGER NOT NULL,
  bundled           INTEGER NOT NULL,
  free_prepay       INTEGER NOT NULL,
  allotted          INTEGER NOT NULL,      -- allotted prepay or special rental
  value_added       INTEGER NOT NULL,
  minutes           BIGINT  NOT NULL,
  over_net_minutes  BIGINT  NOT NULL,
  fee               DECIMAL(18, 2) NOT NULL, -- of the members
  fee_group         DECIMAL(18, 2) NOT NULL, -- of it, group services
  products          INTEGER NOT NULL,
  three_products    INTEGER NOT NULL,
  units             INTEGER NOT NULL,
  lines             INTEGER NOT NULL,
  lines_lost        INTEGER NOT NULL,      -- fewer than a month before
  terminals         INTEGER NOT NULL,      -- of MAS, ADC and industry products
  required_fields   INTEGER NOT NULL,
  filled_fields     INTEGER NOT NULL,
  valid_fields      INTEGER NOT NULL,
  visits            INTEGER NOT NULL,
  contacts          INTEGER NOT NULL,
  tasks_done        INTEGER NOT NULL,
  arrears           DECIMAL(18, 2) NOT NULL,
  arrears_cycles    INTEGER NOT NULL,
  health            DECIMAL(9, 4) NOT NULL,
  stability         DECIMAL(9, 4) NOT NULL,
  risk              DECIMAL(9, 4) NOT NULL
);

CREATE OR REPLACE TABLE f_ret_detail (     -- C13: member of the snapshot x month, under the keys of the snapshot
  k_month       INTEGER NOT NULL,
  k_snapshot    INTEGER NOT NULL,
  k_customer    BIGINT  NOT NULL,
  k_leaf        INTEGER NOT NULL,
  k_brand       INTEGER NOT NULL,
  k_tier        INTEGER NOT NULL,
  k_bundle      INTEGER NOT NULL,
  k_warning     INTEGER NOT NULL,
  remaining     BOOLEAN NOT NULL,
  in_tier       BOOLEAN NOT NULL,          -- in the tier of the snapshot or a better one
  fee_base      DECIMAL(18, 2) NOT NULL,
  fee_now       DECIMAL(18, 2) NOT NULL,
  r_state       BOOLEAN NOT NULL,
  r_fall        BOOLEAN NOT NULL,          -- billed 30 % less than in the month of the snapshot
  r_zero        BOOLEAN NOT NULL,
  low_calling   INTEGER NOT NULL,          -- months in a row with few outgoing calls
  r_calling     BOOLEAN NOT NULL,
  r_forward     BOOLEAN NOT NULL,
  r_over_net    BOOLEAN NOT NULL,
  r_rival       BOOLEAN NOT NULL,
  r_lost        BOOLEAN NOT NULL,
  warned        BOOLEAN NOT NULL,          -- in net, with a rule
  contract_due  BOOLEAN NOT NULL,          -- bound for three months or less
  warned_2      BOOLEAN NOT NULL,          -- warned two months before
  hit_2         BOOLEAN NOT NULL,          -- of them left or in a lower tier since
  lost_warned   BOOLEAN NOT NULL           -- left, warned the month before
);
