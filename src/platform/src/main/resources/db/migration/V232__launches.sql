CREATE TABLE launch (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  process_id     text NOT NULL,
  state          text NOT NULL CHECK (state IN ('ASKED', 'APPROVED', 'PLACING', 'CANARY', 'WIDENING',
    'ALL', 'STOPPED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  xml            text NOT NULL CHECK (octet_length(xml) <= 1048576),
  fingerprint    text NOT NULL CHECK (length(fingerprint) = 64),
  comment        text NOT NULL,
  audience       text NOT NULL CHECK (audience IN ('ALL', 'PERCENT', 'TAG')),
  percent        integer NOT NULL CHECK (percent BETWEEN 1 AND 100),
  tag            text CHECK ((tag IS NOT NULL) = (audience = 'TAG')),
  then_all       boolean NOT NULL,
  starts_at      timestamptz,
  quiet_days     date[] NOT NULL,
  people         bigint NOT NULL,
  content_hash   text NOT NULL CHECK (length(content_hash) = 64),
  asked_by       text NOT NULL,
  asked_at       timestamptz NOT NULL,
  approval_id    text,
  version        integer,
  definition_key bigint,
  messages       text[] NOT NULL DEFAULT '{}',
  base_version   integer,
  base_checksum  text,
  canary_since   timestamptz,
  looked_at      timestamptz,
  ended_at       timestamptz
);
COMMENT ON TABLE launch IS 'Bringing a version of a journey live: asked, approved, tried on a part, watched, for all';
COMMENT ON COLUMN launch.fingerprint IS 'SHA-256 over the drawing and the forms it names';
COMMENT ON COLUMN launch.content_hash IS 'SHA-256 of what people approve; compared again whenever it takes effect';
COMMENT ON COLUMN launch.people IS 'Customers it may reach when it was asked for';
COMMENT ON COLUMN launch.messages IS 'Start messages the canary takes customers from';
COMMENT ON COLUMN launch.base_checksum IS 'Of the drawing everybody else starts; another one ends the canary, there is nothing to compare with';
CREATE UNIQUE INDEX launch_open_idx ON launch (process_id)
  WHERE state IN ('ASKED', 'APPROVED', 'PLACING', 'CANARY', 'WIDENING');

CREATE TABLE launch_event (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  launch_id bigint NOT NULL REFERENCES launch (id),
  at        timestamptz NOT NULL,
  what      text NOT NULL,
  actor     text NOT NULL,
  zh        text NOT NULL,
  en        text NOT NULL
);
COMMENT ON TABLE launch_event IS 'What happened to a launch, append-only';
CREATE INDEX launch_event_of ON launch_event (launch_id, id);

CREATE TABLE launch_entry (
  entry_key   text PRIMARY KEY,
  launch_id   bigint NOT NULL REFERENCES launch (id),
  customer_id text NOT NULL,
  canary      boolean NOT NULL,
  at          timestamptz NOT NULL
);
COMMENT ON TABLE launch_entry IS 'Which version a customer was meant to start while a canary ran; the groups that the guard compares';
COMMENT ON COLUMN launch_entry.entry_key IS 'Key of the announcement in the outbox';
CREATE INDEX launch_entry_of ON launch_entry (launch_id, customer_id, at);
