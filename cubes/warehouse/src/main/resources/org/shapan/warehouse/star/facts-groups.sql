-- Empty facts of group customers and retention (C12, C13), for one year.

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
  risk              DECIMAL(9, 4) NOT NULL,
  healthy           INTEGER NOT NULL,
  sub_healthy       INTEGER NOT NULL,
  high_risk         INTEGER NOT NULL
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
