-- Dimensions of the star. `k_` is a surrogate key, `code` the natural key; captions are bilingual.
-- Key 0 is "not applicable"; -1, "unknown", is kept for rows that are accepted although their key is unknown.

CREATE OR REPLACE TABLE d_month (
  k_month         INTEGER PRIMARY KEY, -- yyyymm
  year_no         SMALLINT NOT NULL,
  quarter_no      TINYINT  NOT NULL,
  month_no        TINYINT  NOT NULL,
  first_day       DATE     NOT NULL,
  last_day        DATE     NOT NULL,
  days            TINYINT  NOT NULL,
  sf_type         VARCHAR  NOT NULL,   -- Spring Festival: normal | pre-SF | SF | post-SF
  k_prev_month    INTEGER,             -- null before the calendar starts
  k_prev_year     INTEGER,
  k_prev_year_sf  INTEGER,             -- month of last year with the same Spring Festival type
  closed          BOOLEAN  NOT NULL
);

CREATE OR REPLACE TABLE d_day (
  k_day              INTEGER PRIMARY KEY, -- yyyymmdd
  day                DATE     NOT NULL,
  day_name           VARCHAR  NOT NULL,
  day_en             VARCHAR  NOT NULL,
  day_zh             VARCHAR  NOT NULL,
  k_month            INTEGER  NOT NULL,
  month_name         VARCHAR  NOT NULL,
  month_en           VARCHAR  NOT NULL,
  month_zh           VARCHAR  NOT NULL,
  quarter_no         TINYINT  NOT NULL,
  quarter_name       VARCHAR  NOT NULL,
  quarter_en         VARCHAR  NOT NULL,
  quarter_zh         VARCHAR  NOT NULL,
  year_no            SMALLINT NOT NULL,
  year_name          VARCHAR  NOT NULL,
  year_zh            VARCHAR  NOT NULL,
  weekday_no         TINYINT  NOT NULL,   -- 1 Monday … 7 Sunday
  weekday_en         VARCHAR  NOT NULL,
  weekday_zh         VARCHAR  NOT NULL,
  weekend            BOOLEAN  NOT NULL,
  holiday_en         VARCHAR,
  holiday_zh         VARCHAR,
  day_of_year        SMALLINT NOT NULL,
  time_progress      DOUBLE   NOT NULL -- day of year / days in year
);

CREATE OR REPLACE TABLE d_hour (
  k_hour   TINYINT PRIMARY KEY,
  hour_en  VARCHAR NOT NULL,
  band_no  TINYINT NOT NULL,
  band     VARCHAR NOT NULL,
  band_en  VARCHAR NOT NULL,
  band_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_area (
  k_area        INTEGER PRIMARY KEY, -- micro area
  code          VARCHAR NOT NULL,
  area_en       VARCHAR NOT NULL,
  area_zh       VARCHAR NOT NULL,
  k_branch      INTEGER NOT NULL,
  branch_code   VARCHAR NOT NULL,
  branch_en     VARCHAR NOT NULL,
  branch_zh     VARCHAR NOT NULL,
  k_city        INTEGER NOT NULL,
  city_code     VARCHAR NOT NULL,
  city_en       VARCHAR NOT NULL,
  city_zh       VARCHAR NOT NULL,
  area_type     VARCHAR,
  urban_class   VARCHAR,
  owner_post    VARCHAR,
  owner_en      VARCHAR,
  owner_zh      VARCHAR,
  population    INTEGER
);

CREATE OR REPLACE TABLE d_area_today ( -- the micro areas of d_area as they are today (M12)
  k_area       INTEGER PRIMARY KEY,
  k_today      INTEGER NOT NULL,       -- the micro area that it is now
  code         VARCHAR NOT NULL,
  area_en      VARCHAR NOT NULL,
  area_zh      VARCHAR NOT NULL,
  k_branch     INTEGER NOT NULL,
  branch_code  VARCHAR NOT NULL,
  branch_en    VARCHAR NOT NULL,
  branch_zh    VARCHAR NOT NULL,
  k_city       INTEGER NOT NULL,
  city_code    VARCHAR NOT NULL,
  city_en      VARCHAR NOT NULL,
  city_zh      VARCHAR NOT NULL,
  area_type    VARCHAR,
  urban_class  VARCHAR,
  owner_post   VARCHAR,
  owner_en     VARCHAR,
  owner_zh     VARCHAR,
  population   INTEGER
);

-- Versions of members (domain §4): valid_from and valid_to are months (yyyymm), 0 from the beginning, null as long as valid.
CREATE OR REPLACE TABLE d_area_version (
  code         VARCHAR NOT NULL,
  valid_from   INTEGER NOT NULL,
  valid_to     INTEGER,
  k_area       INTEGER NOT NULL,       -- another one where city or branch are others
  owner_post   VARCHAR,
  owner_en     VARCHAR,
  owner_zh     VARCHAR,
  area_type    VARCHAR,
  urban_class  VARCHAR,
  population   INTEGER
);

CREATE OR REPLACE TABLE d_channel_version (
  code             VARCHAR NOT NULL,
  valid_from       INTEGER NOT NULL,
  valid_to         INTEGER,
  area_code        VARCHAR,            -- null for a channel without a place
  floor_area       INTEGER,
  staff            INTEGER,
  stock_threshold  INTEGER,
  grade            VARCHAR
);

CREATE OR REPLACE TABLE d_group_version (
  code        VARCHAR NOT NULL,
  valid_from  INTEGER NOT NULL,
  valid_to    INTEGER,
  area_code   VARCHAR
);

CREATE OR REPLACE TABLE d_area_leaf (
  k_leaf      INTEGER PRIMARY KEY,
  k_area      INTEGER NOT NULL,
  owner_kind  VARCHAR NOT NULL,  -- group | channel | unassigned
  owner_code  VARCHAR NOT NULL,  -- code of the group or channel, empty for unassigned
  leaf_order  VARCHAR NOT NULL,
  leaf_name   VARCHAR NOT NULL,
  leaf_en     VARCHAR NOT NULL,
  leaf_zh     VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_brand (
  k_brand   INTEGER PRIMARY KEY,
  code      VARCHAR NOT NULL,
  brand_en  VARCHAR NOT NULL,
  brand_zh  VARCHAR NOT NULL,
  position  INTEGER NOT NULL
);

CREATE OR REPLACE TABLE d_plan (
  k_plan      INTEGER PRIMARY KEY,
  code        VARCHAR NOT NULL,
  plan_en     VARCHAR NOT NULL,
  plan_zh     VARCHAR NOT NULL,
  k_class     INTEGER NOT NULL,
  class_code  VARCHAR NOT NULL,
  class_en    VARCHAR NOT NULL,
  class_zh    VARCHAR NOT NULL,
  price       DECIMAL(18, 2)
);

CREATE OR REPLACE TABLE d_service (
  k_service        INTEGER PRIMARY KEY,
  code             VARCHAR NOT NULL,
  service_en       VARCHAR NOT NULL,
  service_zh       VARCHAR NOT NULL,
  k_class          INTEGER NOT NULL,
  class_code       VARCHAR NOT NULL,
  class_en         VARCHAR NOT NULL,
  class_zh         VARCHAR NOT NULL,
  position         INTEGER NOT NULL,
  is_voice         BOOLEAN NOT NULL,
  is_data_service  BOOLEAN NOT NULL,
  is_key_16        BOOLEAN NOT NULL,
  is_monternet     BOOLEAN NOT NULL,
  is_p2p_sms       BOOLEAN NOT NULL,
  is_group         BOOLEAN NOT NULL
);

CREATE OR REPLACE TABLE d_tier (
  k_tier   INTEGER PRIMARY KEY,
  code     VARCHAR NOT NULL,
  tier_en  VARCHAR NOT NULL,
  tier_zh  VARCHAR NOT NULL,
  rule     VARCHAR NOT NULL,
  is_vip   BOOLEAN NOT NULL
);

CREATE OR REPLACE TABLE d_tenure (
  k_tenure     INTEGER PRIMARY KEY,
  tenure_en    VARCHAR NOT NULL,
  tenure_zh    VARCHAR NOT NULL,
  from_months  INTEGER,
  to_months    INTEGER
);

CREATE OR REPLACE TABLE d_payment (
  k_payment   INTEGER PRIMARY KEY,
  code        VARCHAR NOT NULL,
  payment_en  VARCHAR NOT NULL,
  payment_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_kpi (            -- what has targets
  k_kpi  INTEGER PRIMARY KEY,
  code   VARCHAR NOT NULL,                 -- id of the measure
  kpi_en VARCHAR NOT NULL,
  kpi_zh VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_cohort (
  k_cohort   INTEGER PRIMARY KEY,
  code       VARCHAR NOT NULL,
  cohort_en  VARCHAR NOT NULL,
  cohort_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_status (
  k_status   INTEGER PRIMARY KEY,
  code       VARCHAR NOT NULL,
  status_en  VARCHAR NOT NULL,
  status_zh  VARCHAR NOT NULL,
  in_net     BOOLEAN NOT NULL
);

CREATE OR REPLACE TABLE d_age (
  k_age     INTEGER PRIMARY KEY,
  age_en    VARCHAR NOT NULL,
  age_zh    VARCHAR NOT NULL,
  from_age  INTEGER,
  to_age    INTEGER
);

CREATE OR REPLACE TABLE d_channel_type (
  k_channel_type  INTEGER PRIMARY KEY, -- sub-type
  code            VARCHAR NOT NULL,
  subtype_en      VARCHAR NOT NULL,
  subtype_zh      VARCHAR NOT NULL,
  k_type          INTEGER NOT NULL,
  type_code       VARCHAR NOT NULL,
  type_en         VARCHAR NOT NULL,
  type_zh         VARCHAR NOT NULL,
  k_class         INTEGER NOT NULL,
  class_code      VARCHAR NOT NULL,
  class_en        VARCHAR NOT NULL,
  class_zh        VARCHAR NOT NULL,
  is_electronic   BOOLEAN NOT NULL,
  is_outlet       BOOLEAN NOT NULL     -- a place that can release numbers (CHN-18)
);

CREATE OR REPLACE TABLE d_channel (
  k_channel        INTEGER PRIMARY KEY,
  code             VARCHAR NOT NULL,
  channel_en       VARCHAR NOT NULL,
  channel_zh       VARCHAR NOT NULL,
  k_channel_type   INTEGER NOT NULL,
  k_area           INTEGER NOT NULL,
  opened           DATE,
  closed           DATE,
  status           VARCHAR,
  floor_area       INTEGER,
  staff            INTEGER,
  stock_threshold  INTEGER,
  grade            VARCHAR
);

CREATE OR REPLACE TABLE d_business_type (
  k_business_type  INTEGER PRIMARY KEY,
  code             VARCHAR NOT NULL,
  business_en      VARCHAR NOT NULL,
  business_zh      VARCHAR NOT NULL,
  k_class          INTEGER NOT NULL,   -- 6S class
  class_code       VARCHAR NOT NULL,
  class_en         VARCHAR NOT NULL,
  class_zh         VARCHAR NOT NULL,
  points           INTEGER NOT NULL,   -- what a transaction is worth (STO-04), one yuan each
  divertible       BOOLEAN NOT NULL    -- another class of channels could do it (STO-12)
);

CREATE OR REPLACE TABLE d_sp_code (
  k_sp_code         INTEGER PRIMARY KEY,
  code              VARCHAR NOT NULL,
  code_en           VARCHAR NOT NULL,
  code_zh           VARCHAR NOT NULL,
  k_company         INTEGER NOT NULL,
  company_code      VARCHAR NOT NULL,
  company_en        VARCHAR NOT NULL,
  company_zh        VARCHAR NOT NULL,
  k_line            INTEGER NOT NULL,
  line_code         VARCHAR NOT NULL,
  line_en           VARCHAR NOT NULL,
  line_zh           VARCHAR NOT NULL,
  category_en       VARCHAR,
  category_zh       VARCHAR,
  charge_mode       VARCHAR,
  price             DECIMAL(18, 2),
  ceiling           DECIMAL(18, 2),
  launched          DATE,
  credit            VARCHAR,
  settlement_ratio  DECIMAL(9, 4),
  company_status    VARCHAR,
  keywords          VARCHAR NOT NULL    -- words separated by spaces
);

CREATE OR REPLACE TABLE d_activation (     -- months in which customers were activated; 0 stands for all earlier ones
  k_activation  INTEGER PRIMARY KEY,       -- yyyymm
  year_no       SMALLINT NOT NULL,
  year_en       VARCHAR NOT NULL,
  year_zh       VARCHAR NOT NULL,
  month_en      VARCHAR NOT NULL,
  month_zh      VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_sp_attribute (   -- what users of a business code may have in common (domain §6.2.7)
  k_attribute   TINYINT PRIMARY KEY,
  attribute_en  VARCHAR NOT NULL,
  attribute_zh  VARCHAR NOT NULL,
  weight        DOUBLE  NOT NULL           -- in the convergence index
);

CREATE OR REPLACE TABLE d_arrears_age (    -- billing cycles since the bill
  k_arrears_age  INTEGER PRIMARY KEY,
  age_en         VARCHAR NOT NULL,
  age_zh         VARCHAR NOT NULL,
  from_cycles    INTEGER NOT NULL
);

CREATE OR REPLACE TABLE d_group (
  k_group        INTEGER PRIMARY KEY,
  code           VARCHAR NOT NULL,
  group_en       VARCHAR NOT NULL,
  group_zh       VARCHAR NOT NULL,
  industry       VARCHAR,
  industry_en    VARCHAR,
  industry_zh    VARCHAR,
  importance     VARCHAR,
  importance_en  VARCHAR,
  importance_zh  VARCHAR,
  k_area         INTEGER NOT NULL
);

CREATE OR REPLACE TABLE d_batch (         -- numbers released together
  k_batch     INTEGER PRIMARY KEY,
  code        VARCHAR NOT NULL,
  batch_en    VARCHAR NOT NULL,
  batch_zh    VARCHAR NOT NULL,
  released    INTEGER NOT NULL,          -- yyyymm
  month_en    VARCHAR NOT NULL,
  month_zh    VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_stock_age (     -- days a number has been where it is
  k_stock_age  INTEGER PRIMARY KEY,
  age_en       VARCHAR NOT NULL,
  age_zh       VARCHAR NOT NULL,
  from_days    INTEGER NOT NULL
);

CREATE OR REPLACE TABLE d_social_grade (  -- grade of a social channel by its score (SOC-02)
  k_grade   INTEGER PRIMARY KEY,
  grade_en  VARCHAR NOT NULL,
  grade_zh  VARCHAR NOT NULL,
  from_score INTEGER NOT NULL
);

CREATE OR REPLACE TABLE d_value_type (    -- what a social channel is good for (domain §6.4.2)
  k_value_type  INTEGER PRIMARY KEY,
  type_en       VARCHAR NOT NULL,
  type_zh       VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_bundle (         -- what binds a customer
  k_bundle   INTEGER PRIMARY KEY,
  code       VARCHAR NOT NULL,
  bundle_en  VARCHAR NOT NULL,
  bundle_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_health (
  k_health   INTEGER PRIMARY KEY,
  health_en  VARCHAR NOT NULL,
  health_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_stability (
  k_stability   INTEGER PRIMARY KEY,
  stability_en  VARCHAR NOT NULL,
  stability_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_warning (
  k_warning   INTEGER PRIMARY KEY,
  warning_en  VARCHAR NOT NULL,
  warning_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_snapshot (
  k_snapshot   INTEGER PRIMARY KEY,        -- month at whose end it is taken
  snapshot_en  VARCHAR NOT NULL,
  snapshot_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_offer (
  k_offer    INTEGER PRIMARY KEY,
  code       VARCHAR NOT NULL,
  offer_en   VARCHAR NOT NULL,
  offer_zh   VARCHAR NOT NULL,
  k_means    INTEGER NOT NULL,
  means_code VARCHAR NOT NULL,
  means_en   VARCHAR NOT NULL,
  means_zh   VARCHAR NOT NULL,
  authority  INTEGER NOT NULL
);

CREATE OR REPLACE TABLE d_wave (
  k_wave            INTEGER PRIMARY KEY,
  code              VARCHAR NOT NULL,
  wave_en           VARCHAR NOT NULL,
  wave_zh           VARCHAR NOT NULL,
  wave_no           INTEGER NOT NULL,
  k_campaign        INTEGER NOT NULL,
  campaign_code     VARCHAR NOT NULL,
  campaign_en       VARCHAR NOT NULL,
  campaign_zh       VARCHAR NOT NULL,
  k_theme           INTEGER NOT NULL,
  theme_code        VARCHAR NOT NULL,
  theme_en          VARCHAR NOT NULL,
  theme_zh          VARCHAR NOT NULL,
  k_campaign_type   INTEGER NOT NULL,
  k_offer           INTEGER NOT NULL,
  sp_code           VARCHAR,               -- business code it advertises
  starts            DATE NOT NULL,
  ends              DATE NOT NULL,
  planned_contacts  INTEGER NOT NULL,
  planned_orders    INTEGER NOT NULL,
  budget            DECIMAL(18, 2) NOT NULL
);

CREATE OR REPLACE TABLE d_campaign_type (
  k_campaign_type  INTEGER PRIMARY KEY,
  code             VARCHAR NOT NULL,
  type_en          VARCHAR NOT NULL,
  type_zh          VARCHAR NOT NULL,
  k_mode           INTEGER NOT NULL,
  mode_en          VARCHAR NOT NULL,
  mode_zh          VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_contact_result (
  k_result   INTEGER PRIMARY KEY,          -- 0 of the control group
  code       VARCHAR NOT NULL,
  result_en  VARCHAR NOT NULL,
  result_zh  VARCHAR NOT NULL
);

CREATE OR REPLACE TABLE d_score (
  k_score   INTEGER PRIMARY KEY,
  score_en  VARCHAR NOT NULL,
  score_zh  VARCHAR NOT NULL
);
