-- Fission (裂变): customers bring helpers by a code of their own; helpers are screened, rewards paid once.

CREATE TABLE fission_campaign (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  state        text NOT NULL CHECK (state IN ('RUNNING', 'STOPPED')),
  content      text NOT NULL,
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL CHECK (ends_at > starts_at),
  watch_days   integer NOT NULL CHECK (watch_days BETWEEN 1 AND 90),
  budget_cents bigint NOT NULL CHECK (budget_cents > 0),
  spent_cents  bigint NOT NULL DEFAULT 0 CHECK (spent_cents BETWEEN 0 AND budget_cents),
  created_by   text NOT NULL,
  created_at   timestamptz NOT NULL,
  stopped_by   text,
  stop_reason  text
);
COMMENT ON TABLE fission_campaign IS 'Fission campaigns (裂变活动)';
COMMENT ON COLUMN fission_campaign.content IS 'Key of the approved text the poster is sent with';
COMMENT ON COLUMN fission_campaign.watch_days IS 'How long after its end helpers must stay and refunds count';
COMMENT ON COLUMN fission_campaign.spent_cents IS 'Claimed by rewards that were not taken back; grows in the one statement that claims a reward';

CREATE TABLE fission_level (
  campaign_id bigint NOT NULL REFERENCES fission_campaign (id),
  level       integer NOT NULL CHECK (level BETWEEN 1 AND 9),
  helpers     integer NOT NULL CHECK (helpers BETWEEN 1 AND 1000),
  template    text NOT NULL CHECK (length(template) BETWEEN 1 AND 60),
  cents       bigint NOT NULL CHECK (cents > 0),
  valid_days  integer NOT NULL CHECK (valid_days BETWEEN 1 AND 365),
  PRIMARY KEY (campaign_id, level)
);
COMMENT ON TABLE fission_level IS 'Rewards of a campaign: so many valid helpers, one coupon; each person gets each level once';
COMMENT ON COLUMN fission_level.cents IS 'What it costs the budget';

CREATE TABLE fission_inviter (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id   bigint NOT NULL REFERENCES fission_campaign (id),
  customer_id   text NOT NULL,
  staff_user_id text NOT NULL,
  state         text NOT NULL CHECK (state IN ('CHOSEN', 'STARTED', 'POSTED', 'SETTLED')),
  start_at      timestamptz NOT NULL,
  config_id     text,
  qr_code       text,
  code_asked_at timestamptz,
  posted_at     timestamptz,
  settled_at    timestamptz,
  note          text,
  UNIQUE (campaign_id, customer_id)
);
COMMENT ON TABLE fission_inviter IS 'Customers who are asked to bring helpers; the live code''s state is fx- and the id';
COMMENT ON COLUMN fission_inviter.start_at IS 'When the journey starts; spread so that not all start at once';
COMMENT ON COLUMN fission_inviter.code_asked_at IS 'When WeCom was asked for the code; without config_id the answer never came and it is looked up';
CREATE INDEX fission_inviter_start_idx ON fission_inviter (start_at) WHERE state = 'CHOSEN';
CREATE INDEX fission_inviter_customer_idx ON fission_inviter (customer_id);

CREATE TABLE fission_helper (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id   bigint NOT NULL REFERENCES fission_campaign (id),
  inviter_id    bigint NOT NULL REFERENCES fission_inviter (id),
  customer_id   text NOT NULL,
  state         text NOT NULL CHECK (state IN ('VALID', 'SUSPECT', 'INVALID')),
  rule          text NOT NULL,
  reason        text NOT NULL,
  facts         text,
  helped_at     timestamptz NOT NULL,
  left_at       timestamptz,
  decided_by    text,
  decided_at    timestamptz,
  UNIQUE (campaign_id, customer_id)
);
COMMENT ON TABLE fission_helper IS 'Who was added through an inviter''s code; each person helps once in a campaign';
COMMENT ON COLUMN fission_helper.rule IS 'The rule that decided: known, self, left ..., or screening (the DMN table)';
COMMENT ON COLUMN fission_helper.facts IS 'What the screening table saw, for people';
COMMENT ON COLUMN fission_helper.decided_by IS 'Person who decided a SUSPECT';
CREATE INDEX fission_helper_inviter_idx ON fission_helper (inviter_id);
CREATE INDEX fission_helper_customer_idx ON fission_helper (customer_id) WHERE left_at IS NULL;
CREATE INDEX fission_helper_suspect_idx ON fission_helper (helped_at) WHERE state = 'SUSPECT';

CREATE TABLE fission_reward (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inviter_id  bigint NOT NULL REFERENCES fission_inviter (id),
  level       integer NOT NULL,
  state       text NOT NULL CHECK (state IN
    ('CLAIMED', 'ISSUED', 'REVOKING', 'REVOKED', 'OWED')),
  helpers     integer NOT NULL,
  template    text NOT NULL,
  cents       bigint NOT NULL,
  valid_days  integer NOT NULL,
  coupon_code text,
  claimed_at  timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  next_try_at timestamptz,
  note        text,
  UNIQUE (inviter_id, level)
);
COMMENT ON TABLE fission_reward IS 'Rewards claimed from the budget; the unique key makes each level paid once per person';
COMMENT ON COLUMN fission_reward.state IS 'CLAIMED: budget taken, coupon not issued yet; REVOKED: taken back unused; OWED: used already, stands in the inviter''s account';
COMMENT ON COLUMN fission_reward.next_try_at IS 'REVOKING: when the mall is asked again';
CREATE INDEX fission_reward_open_idx ON fission_reward (id) WHERE state IN ('CLAIMED', 'ISSUED', 'REVOKING');

INSERT INTO content (key, version, text, state, approved_by) VALUES
  ('fission-invitation', 1, '{name}，这是您的专属邀请海报：邀请好友扫码添加，好友有新人礼，您也有好礼。', 'APPROVED', 'siyu');
