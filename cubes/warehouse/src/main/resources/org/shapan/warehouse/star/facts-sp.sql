-- Empty facts of service providers and arrears (C04, C05, C06), for one year.

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
