CREATE TABLE staff_card (
  task_id       text PRIMARY KEY CHECK (task_id ~ '^[0-9A-Za-z_@-]{1,128}$'),
  staff_user_id text NOT NULL,
  card          jsonb NOT NULL,
  face          integer NOT NULL DEFAULT 1 CHECK (face > 0),
  shown         integer NOT NULL DEFAULT 0 CHECK (shown <= face),
  state         text NOT NULL CHECK (state IN
    ('WAITING', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'DROPPED')),
  created_at    timestamptz NOT NULL,
  next_at       timestamptz,
  claimed_at    timestamptz,
  reason        text
);
COMMENT ON TABLE staff_card IS 'Cards with buttons (模板卡片) of staff members, each with the face it is to show';
COMMENT ON COLUMN staff_card.card IS 'The face it is to show';
COMMENT ON COLUMN staff_card.face IS 'Number of that face; grows with each change';
COMMENT ON COLUMN staff_card.shown IS 'Number of the face WeCom has; 0: none';
COMMENT ON COLUMN staff_card.state IS 'UNKNOWN: the call got no answer, never sent again; DROPPED: called off before it was sent';
COMMENT ON COLUMN staff_card.next_at IS 'When there is something to do; null: nothing';
CREATE INDEX staff_card_due ON staff_card (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX staff_card_sending ON staff_card (claimed_at) WHERE state = 'SENDING';

CREATE TABLE staff_card_code (
  code        text PRIMARY KEY,
  task_id     text NOT NULL REFERENCES staff_card (task_id),
  received_at timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz
);
COMMENT ON TABLE staff_card_code IS 'What WeCom gave to change a card (response_code), each for one call within 72 hours';
COMMENT ON COLUMN staff_card_code.used_at IS 'Committed before the call, so that no code is tried twice';
CREATE INDEX staff_card_code_usable ON staff_card_code (task_id, received_at DESC)
  WHERE used_at IS NULL;

CREATE TABLE approval_card (
  task_id       text PRIMARY KEY,
  request_id    bigint NOT NULL REFERENCES approval_request (id),
  level         integer NOT NULL,
  groups        text[] NOT NULL CHECK (cardinality(groups) > 0),
  person_id     bigint NOT NULL,
  staff_user_id text NOT NULL,
  hash          text NOT NULL,
  deadline      timestamptz NOT NULL,
  state         text NOT NULL CHECK (state IN ('ASKED', 'CONFIRM', 'SAID', 'CLOSED')),
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL
);
COMMENT ON TABLE approval_card IS 'Which request a card asks about, whom, and how far they are with it';
COMMENT ON COLUMN approval_card.groups IS 'Groups of the level the person may sign for';
COMMENT ON COLUMN approval_card.hash IS 'Of the content the card shows; a decision by card is bound to it';
COMMENT ON COLUMN approval_card.state IS 'CONFIRM: 同意 was pressed, to be confirmed; SAID: decided by this card; CLOSED: nothing to decide any more';
CREATE INDEX approval_card_request ON approval_card (request_id, task_id);
