-- Empty facts of campaigns (C07), for one year.

CREATE OR REPLACE TABLE f_campaign_contact (  -- C07: customer of the target group x wave
  k_month          INTEGER NOT NULL,
  k_day            INTEGER NOT NULL,       -- of the contact; of the control group that of the wave's start
  k_customer       BIGINT  NOT NULL,
  k_wave           INTEGER NOT NULL,
  k_offer          INTEGER NOT NULL,
  k_campaign_type  INTEGER NOT NULL,
  k_channel        INTEGER NOT NULL,
  k_leaf           INTEGER NOT NULL,
  k_brand          INTEGER NOT NULL,
  k_tier           INTEGER NOT NULL,
  k_result         INTEGER NOT NULL,       -- 0 of the control group
  k_score          INTEGER NOT NULL,       -- decile, 1 best
  targets          INTEGER NOT NULL,       -- 0 of the control group, else 1
  controls         INTEGER NOT NULL,
  reached          INTEGER NOT NULL,
  orders           INTEGER NOT NULL,
  not_reached      INTEGER NOT NULL,
  no_order         INTEGER NOT NULL,       -- reached, without an order
  opt_outs         INTEGER NOT NULL,
  complaints       INTEGER NOT NULL,
  cost_contact     DECIMAL(18, 2) NOT NULL,
  cost_gift        DECIMAL(18, 2) NOT NULL,
  cost_discount    DECIMAL(18, 2) NOT NULL,
  cost_labour      DECIMAL(18, 2) NOT NULL,
  cost             DECIMAL(18, 2) NOT NULL,
  k_target         BIGINT,                 -- the customer, of the control group null
  k_contacted      BIGINT                  -- the customer where reached
);

CREATE OR REPLACE TABLE f_campaign_plan (  -- C07: wave, in the month in which it starts
  k_month           INTEGER NOT NULL,
  k_wave            INTEGER NOT NULL,
  k_offer           INTEGER NOT NULL,
  k_campaign_type   INTEGER NOT NULL,
  budget            DECIMAL(18, 2) NOT NULL,
  planned_contacts  INTEGER NOT NULL,
  planned_orders    INTEGER NOT NULL
);

CREATE OR REPLACE TABLE f_campaign_cancel (  -- orders that were given up
  k_month     INTEGER NOT NULL,
  k_day       INTEGER NOT NULL,
  k_wave      INTEGER NOT NULL,
  k_customer  BIGINT  NOT NULL
);

CREATE OR REPLACE TABLE f_campaign_staff ( -- C07: agents by day, wave and channel
  k_month          INTEGER NOT NULL,
  k_day            INTEGER NOT NULL,
  k_wave           INTEGER NOT NULL,
  k_offer          INTEGER NOT NULL,
  k_campaign_type  INTEGER NOT NULL,
  k_channel        INTEGER NOT NULL,
  on_duty          INTEGER NOT NULL,
  contributed      INTEGER NOT NULL
);

CREATE OR REPLACE TABLE f_campaign_effect (  -- C07: the same rows three months later: bills of the three months before and after the contact's
  k_month            INTEGER NOT NULL,     -- in which it is known
  k_contact_month    INTEGER NOT NULL,
  k_customer         BIGINT  NOT NULL,
  k_wave             INTEGER NOT NULL,
  k_offer            INTEGER NOT NULL,
  k_campaign_type    INTEGER NOT NULL,
  k_channel          INTEGER NOT NULL,
  k_leaf             INTEGER NOT NULL,
  k_brand            INTEGER NOT NULL,
  k_tier             INTEGER NOT NULL,
  k_score            INTEGER NOT NULL,
  cost               DECIMAL(18, 2) NOT NULL,
  participants       INTEGER NOT NULL,     -- ordered, and in net at the end of the contact's month
  controls           INTEGER NOT NULL,     -- of the control group, in net at the end of that month
  fee_before         DECIMAL(18, 2) NOT NULL, -- of participants; amounts by flag are stored (M5)
  fee_after          DECIMAL(18, 2) NOT NULL,
  minutes_before     BIGINT  NOT NULL,
  minutes_after      BIGINT  NOT NULL,
  months_before      INTEGER NOT NULL,     -- customer-months
  months_after       INTEGER NOT NULL,
  lost               INTEGER NOT NULL,     -- left in the three months after, and not in net at their end
  c_fee_before       DECIMAL(18, 2) NOT NULL, -- of the control group
  c_fee_after        DECIMAL(18, 2) NOT NULL,
  c_minutes_before   BIGINT  NOT NULL,
  c_minutes_after    BIGINT  NOT NULL,
  c_months_before    INTEGER NOT NULL,
  c_months_after     INTEGER NOT NULL,
  c_lost             INTEGER NOT NULL,
  orders             INTEGER NOT NULL,
  kept               INTEGER NOT NULL      -- of them, neither given up nor left
);
