CREATE TABLE approval_request (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL,
  subject      text NOT NULL,
  title_zh     text NOT NULL,
  title_en     text NOT NULL,
  facts        jsonb NOT NULL,
  content      text NOT NULL,
  hash         text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  requested_by text NOT NULL,
  departments  text[] NOT NULL,
  amount_cents bigint,
  audience     bigint,
  link         text,
  state        text NOT NULL CHECK (state IN
    ('OPEN', 'APPROVED', 'APPROVED_BY_RULE', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
  asked_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  deciders     text[] NOT NULL DEFAULT '{}',
  reason       text NOT NULL DEFAULT '',
  valid_until  timestamptz,
  redeemed_at  timestamptz,
  CHECK ((ended_at IS NULL) = (state = 'OPEN')),
  CHECK ((valid_until IS NOT NULL) = (state IN ('APPROVED', 'APPROVED_BY_RULE'))),
  CHECK (redeemed_at IS NULL OR valid_until IS NOT NULL)
);
COMMENT ON TABLE approval_request IS 'What people are asked to decide (审批), frozen when asked';
COMMENT ON COLUMN approval_request.content IS 'What takes effect, byte for byte; never changed';
COMMENT ON COLUMN approval_request.hash IS 'SHA-256 of the content in UTF-8, in hex';
COMMENT ON COLUMN approval_request.deciders IS 'Login names in the order of their decisions; empty when the limits or a deadline decided';
COMMENT ON COLUMN approval_request.valid_until IS 'Until when an approval may be used';
COMMENT ON COLUMN approval_request.redeemed_at IS 'When the approval was used up; once';
CREATE UNIQUE INDEX approval_request_open ON approval_request (kind, subject) WHERE state = 'OPEN';
CREATE INDEX approval_request_subject ON approval_request (kind, subject, id DESC);
CREATE INDEX approval_request_page ON approval_request (asked_at DESC, id DESC);
