-- Disputes (争议): a department contests whose revenue an order is.

CREATE TABLE attribution_hold (
  source   text NOT NULL,
  order_id text NOT NULL,
  holder   text NOT NULL,
  since    timestamptz NOT NULL,
  PRIMARY KEY (source, order_id, holder)
);
COMMENT ON TABLE attribution_hold IS 'Orders that do not become final meanwhile, and by what (a dispute''s id)';

CREATE TABLE dispute (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source        text NOT NULL,
  order_id      text NOT NULL,
  department    text NOT NULL,
  about         text NOT NULL CHECK (about IN ('SHARES', 'RULE', 'OWNER')),
  state         text NOT NULL
    CHECK (state IN ('OPEN', 'DECIDING', 'UPHELD', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  amount_cents  bigint NOT NULL CHECK (amount_cents > 0),
  contested     text NOT NULL,
  wanted        text NOT NULL,
  reason        text NOT NULL,
  opened_by     text NOT NULL,
  opened_at     timestamptz NOT NULL,
  remind_at     timestamptz NOT NULL,
  answer_by     timestamptz NOT NULL,
  escalate_by   timestamptz NOT NULL,
  content       text,
  request_id    text,
  decided_at    timestamptz,
  decided_by    text[] NOT NULL DEFAULT '{}',
  note          text,
  correction_id text,
  CHECK ((state IN ('OPEN', 'DECIDING')) = (decided_at IS NULL))
);
COMMENT ON TABLE dispute IS 'Disputes (争议): one open for each order and department; an upheld one becomes a correction';
COMMENT ON COLUMN dispute.about IS 'What is wrong in the eyes of the department: the shares, the rule that was applied, or whose customer it is';
COMMENT ON COLUMN dispute.contested IS 'JSON: the shares that held when it was opened';
COMMENT ON COLUMN dispute.wanted IS 'JSON: the shares the department asks for';
COMMENT ON COLUMN dispute.answer_by IS 'End of the working time the other departments have';
COMMENT ON COLUMN dispute.escalate_by IS 'After this it is decided without their answer';
COMMENT ON COLUMN dispute.content IS 'Canonical JSON that was put up for decision';
CREATE UNIQUE INDEX dispute_open ON dispute (source, order_id, department)
  WHERE state IN ('OPEN', 'DECIDING');
CREATE INDEX dispute_order ON dispute (source, order_id);

CREATE TABLE dispute_party (
  dispute_id  bigint NOT NULL REFERENCES dispute (id),
  department  text NOT NULL,
  stance      text CHECK (stance IN ('AGREES', 'OBJECTS')),
  answered_at timestamptz,
  PRIMARY KEY (dispute_id, department),
  CHECK ((stance IS NULL) = (answered_at IS NULL))
);
COMMENT ON TABLE dispute_party IS 'The other departments concerned; each answers once';

CREATE TABLE dispute_act (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dispute_id bigint NOT NULL REFERENCES dispute (id),
  act        text NOT NULL CHECK (act IN ('OPENED', 'ANSWERED', 'REMINDED', 'ESCALATED', 'ASKED',
    'UPHELD', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  department text,
  person     text NOT NULL,
  text       text NOT NULL,
  stance     text,
  lines      text[] NOT NULL DEFAULT '{}',
  links      text[] NOT NULL DEFAULT '{}',
  at         timestamptz NOT NULL
);
COMMENT ON TABLE dispute_act IS 'What was said and done in a dispute with the evidence given for it, append-only';
CREATE INDEX dispute_act_dispute ON dispute_act (dispute_id, id);
CREATE UNIQUE INDEX dispute_act_once ON dispute_act (dispute_id, act) WHERE act <> 'ANSWERED';
CREATE TRIGGER dispute_act_untouchable BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_act
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_untouchable();
