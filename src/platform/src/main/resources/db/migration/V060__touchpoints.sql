CREATE TABLE touchpoint (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id          text NOT NULL,
  journey              text NOT NULL,
  step                 text NOT NULL,
  occurrence           text NOT NULL,
  medium               text NOT NULL,
  content              text NOT NULL,
  staff_user_id        text,
  request_hash         text NOT NULL,
  state                text NOT NULL CHECK (state IN
    ('PENDING', 'SENT', 'QUEUED', 'REFUSED', 'DECLINED', 'EXPIRED', 'FAILED', 'UNKNOWN')),
  rule                 text,
  reason               text,
  not_before           timestamptz,
  provider_id          text,
  attempts             integer NOT NULL DEFAULT 0,
  element_instance_key bigint NOT NULL DEFAULT 0,
  asked_at             timestamptz NOT NULL,
  claimed_at           timestamptz,
  updated_at           timestamptz NOT NULL,
  checks               integer NOT NULL DEFAULT 0,
  next_check_at        timestamptz,
  UNIQUE (customer_id, journey, step, occurrence)
) WITH (fillfactor = 80);
COMMENT ON TABLE touchpoint IS 'The ledger: one row per touch asked for; at most one call leaves per row';
COMMENT ON COLUMN touchpoint.occurrence IS 'Tells a legitimate repetition from a retry, e.g. the entry id of the journey';
COMMENT ON COLUMN touchpoint.request_hash IS 'SHA-256 over medium, content and staff; the same key with another hash is an error';
COMMENT ON COLUMN touchpoint.state IS 'PENDING claimed, call under way; QUEUED a staff member must confirm; FAILED certainly without effect, may be asked again; UNKNOWN no answer, never resent';
COMMENT ON COLUMN touchpoint.rule IS 'Contact rule that refused, or code of the other side';
COMMENT ON COLUMN touchpoint.not_before IS 'REFUSED and FAILED: when it may be asked again; null: REFUSED for good, FAILED at any time';
COMMENT ON COLUMN touchpoint.attempts IS 'How often it was claimed; guards the record against a late answer of an older claim';
COMMENT ON COLUMN touchpoint.element_instance_key IS 'Zeebe key of the step that asked last; 0 outside the engine';
COMMENT ON COLUMN touchpoint.checks IS 'How often a QUEUED mass send was looked up';
CREATE INDEX touchpoint_made_idx ON touchpoint (customer_id, claimed_at) WHERE state IN ('PENDING', 'SENT', 'QUEUED', 'UNKNOWN');
CREATE INDEX touchpoint_pending_idx ON touchpoint (claimed_at) WHERE state = 'PENDING';
CREATE INDEX touchpoint_check_idx ON touchpoint (next_check_at) WHERE state = 'QUEUED';
CREATE INDEX touchpoint_unknown_idx ON touchpoint (id) WHERE state = 'UNKNOWN';
CREATE INDEX touchpoint_state_idx ON touchpoint (state);

CREATE TABLE touchpoint_event (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  touchpoint_id bigint NOT NULL REFERENCES touchpoint (id),
  at            timestamptz NOT NULL,
  state         text NOT NULL,
  rule          text,
  reason        text,
  provider_id   text,
  actor         text
);
COMMENT ON TABLE touchpoint_event IS 'Every decision and outcome of a touch, append-only; the newest state equals the row''s state';
COMMENT ON COLUMN touchpoint_event.actor IS 'Person who resolved it by hand; null when Siyu did';
CREATE INDEX touchpoint_event_touchpoint_idx ON touchpoint_event (touchpoint_id);
