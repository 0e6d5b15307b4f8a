CREATE TABLE app_message (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key           text NOT NULL UNIQUE,
  staff_user_id text NOT NULL,
  text          text NOT NULL,
  state         text NOT NULL CHECK (state IN
    ('WAITING', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED')),
  created_at    timestamptz NOT NULL,
  not_before    timestamptz NOT NULL,
  batch         bigint,
  claimed_at    timestamptz,
  ended_at      timestamptz,
  reason        text
);
COMMENT ON TABLE app_message IS 'App messages (应用消息) to staff members; several may leave as one call';
COMMENT ON COLUMN app_message.key IS 'What it is about; telling the same twice changes nothing';
COMMENT ON COLUMN app_message.state IS 'SENDING: claimed, call under way; UNKNOWN: the call got no answer, never sent again';
COMMENT ON COLUMN app_message.not_before IS 'WAITING: not sent before this moment, so that several become one';
COMMENT ON COLUMN app_message.batch IS 'Id of the first message of the call it left with';
CREATE INDEX app_message_waiting_idx ON app_message (not_before) WHERE state = 'WAITING';
CREATE INDEX app_message_sending_idx ON app_message (claimed_at) WHERE state = 'SENDING';
CREATE INDEX app_message_staff_idx ON app_message (staff_user_id, id DESC);
CREATE INDEX app_message_unknown_idx ON app_message (id) WHERE state IN ('UNKNOWN', 'FAILED');
