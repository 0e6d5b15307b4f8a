CREATE TABLE hand_over (
  id           text PRIMARY KEY CHECK (id ~ '^H[0-9]{1,18}$'),
  from_user_id text NOT NULL,
  receivers    text[] NOT NULL,
  resigned     boolean NOT NULL,
  state        text NOT NULL CHECK (state IN ('OPEN', 'BLOCKED', 'ENDED')),
  reason       text NOT NULL,
  started_by   text NOT NULL,
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  note         text,
  CONSTRAINT hand_over_ended CHECK ((state = 'ENDED') = (ended_at IS NOT NULL))
);
COMMENT ON TABLE hand_over IS 'Hand-overs of accounts, each carried out by one instance of the journey account-hand-over';
COMMENT ON COLUMN hand_over.receivers IS 'Accounts that may take over';
COMMENT ON COLUMN hand_over.resigned IS 'The account has left the corp: WeCom wants the other interface (离职继承)';
COMMENT ON COLUMN hand_over.state IS 'BLOCKED: WeCom hands nothing over from a banned account; a person must remove the member there first';
COMMENT ON COLUMN hand_over.note IS 'What WeCom said when it is BLOCKED';
CREATE UNIQUE INDEX hand_over_open ON hand_over (from_user_id) WHERE state <> 'ENDED';

CREATE SEQUENCE hand_over_number START 1;
COMMENT ON SEQUENCE hand_over_number IS 'Digits of hand-over ids (H1, H2, ...)';

CREATE TABLE hand_over_customer (
  hand_over        text NOT NULL REFERENCES hand_over (id),
  customer_id      text NOT NULL,
  external_user_id text NOT NULL,
  to_user_id       text,
  state            text NOT NULL CHECK (state IN
                   ('PLANNED', 'ASKED', 'WAITING', 'TAKEN_OVER', 'REFUSED', 'RECEIVER_OUT', 'FAILED')),
  code             text,
  resigned         boolean NOT NULL DEFAULT false,
  round            integer NOT NULL DEFAULT 1,
  tried            text[] NOT NULL DEFAULT '{}',
  asked_at         timestamptz,
  changed_at       timestamptz NOT NULL,
  settled_by       text,
  settled_note     text,
  PRIMARY KEY (hand_over, customer_id)
);
COMMENT ON TABLE hand_over_customer IS 'One customer in one hand-over';
COMMENT ON COLUMN hand_over_customer.state IS 'ASKED: the call is under way or got no answer, the result list of WeCom decides; WAITING: WeCom took it, 24 h run; REFUSED: by the customer; RECEIVER_OUT: the receiver is full or may not work; FAILED: WeCom said no, see code';
COMMENT ON COLUMN hand_over_customer.code IS 'WeCom''s error code or our rule';
COMMENT ON COLUMN hand_over_customer.resigned IS 'By which of the two interfaces it was asked';
COMMENT ON COLUMN hand_over_customer.round IS 'Times a receiver was chosen; a full receiver leads to another one';
COMMENT ON COLUMN hand_over_customer.tried IS 'Receivers that were full or unfit; nobody is sent to them again in this hand-over';
COMMENT ON COLUMN hand_over_customer.settled_by IS 'Who dealt with a customer that did not go over; null: still on the list for people';
CREATE INDEX hand_over_customer_state ON hand_over_customer (hand_over, state);
CREATE INDEX hand_over_customer_external ON hand_over_customer (external_user_id, to_user_id);
CREATE INDEX hand_over_customer_asked ON hand_over_customer (customer_id, asked_at) WHERE asked_at IS NOT NULL;

CREATE INDEX customer_staff_now ON customer_staff (staff_user_id) WHERE until IS NULL;
