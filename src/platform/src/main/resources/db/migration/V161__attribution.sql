-- Agreements between departments, and what each order's money was decided by.

CREATE SEQUENCE agreement_number;
COMMENT ON SEQUENCE agreement_number IS 'Digits of agreement ids (G1, G2, ...)';

CREATE TABLE agreement (
  id         text PRIMARY KEY CHECK (id ~ '^G[0-9]{1,18}$'),
  replaces   text REFERENCES agreement (id),
  version    integer NOT NULL CHECK (version > 0),
  title      text NOT NULL,
  scope      text NOT NULL,
  state      text NOT NULL CHECK (state IN ('DRAFT', 'ASKED', 'IN_FORCE', 'ENDED', 'REJECTED')),
  terms      text NOT NULL,
  hash       text NOT NULL,
  from_day   date NOT NULL,
  until_day  date CHECK (until_day > from_day),
  drafted_by text NOT NULL,
  drafted_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  asked_by   text,
  asked_at   timestamptz,
  request_id text,
  decided_at timestamptz,
  decided_by text[] NOT NULL DEFAULT '{}',
  note       text,
  CHECK ((state = 'DRAFT') = (asked_at IS NULL)),
  EXCLUDE USING gist (
    int8range(hashtextextended(scope, 0), hashtextextended(scope, 0), '[]') WITH &&,
    daterange(from_day, until_day) WITH &&) WHERE (state IN ('IN_FORCE', 'ENDED'))
);
COMMENT ON TABLE agreement IS 'Agreements (分账协议), one row per version; terms are never changed once asked for';
COMMENT ON COLUMN agreement.scope IS 'Mall (paid_order.source) it holds for; * for all that have none of their own';
COMMENT ON COLUMN agreement.terms IS 'Canonical JSON of dev.siyu.attribution.Terms';
COMMENT ON COLUMN agreement.hash IS 'SHA-256 of terms; what was approved is what decides';
COMMENT ON COLUMN agreement.from_day IS 'First day in the shop''s zone; never before the day after its approval';
COMMENT ON COLUMN agreement.until_day IS 'First day it no longer holds; null: open';
CREATE INDEX agreement_state ON agreement (state, from_day DESC);

CREATE TABLE agreement_party (
  agreement_id text NOT NULL REFERENCES agreement (id),
  department   text NOT NULL,
  signs        boolean NOT NULL,
  PRIMARY KEY (agreement_id, department)
);
COMMENT ON TABLE agreement_party IS 'Departments an agreement names; they may read it';

CREATE FUNCTION agreement_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' AND (OLD.terms, OLD.hash, OLD.scope) IS DISTINCT FROM (NEW.terms, NEW.hash, NEW.scope) THEN
    RAISE EXCEPTION 'SIYU-8112 agreement % was asked for (expected: a new version)', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_frozen BEFORE UPDATE ON agreement
  FOR EACH ROW EXECUTE FUNCTION agreement_frozen();

CREATE TABLE attribution_due (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL
);
COMMENT ON TABLE attribution_due IS 'Customers whose orders changed since the book was written; one row per change, so that writers never wait for each other';
CREATE INDEX attribution_due_customer ON attribution_due (customer_id);
INSERT INTO attribution_due (customer_id)
SELECT customer_id FROM paid_order UNION SELECT customer_id FROM refund;

CREATE TABLE attribution (
  source       text NOT NULL,
  order_id     text NOT NULL,
  customer_id  text NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  paid_at      timestamptz NOT NULL,
  decision     integer NOT NULL CHECK (decision > 0),
  agreement_id text REFERENCES agreement (id),
  state        text NOT NULL CHECK (state IN ('PROVISIONAL', 'FINAL')),
  approval     text NOT NULL CHECK (approval IN ('NONE', 'ASKED', 'APPROVED', 'REJECTED')),
  final_after  timestamptz NOT NULL,
  final_month  date,
  PRIMARY KEY (source, order_id),
  CHECK ((state = 'FINAL') = (final_month IS NOT NULL))
);
COMMENT ON TABLE attribution IS 'Whose revenue (业绩) each paid order is; the shares themselves stand in the decision';
COMMENT ON COLUMN attribution.customer_id IS 'Customer at the time of the first decision; a merge does not change it';
COMMENT ON COLUMN attribution.decision IS 'Number of the decision that holds';
COMMENT ON COLUMN attribution.agreement_id IS 'Agreement in force at payment; null: there was none';
COMMENT ON COLUMN attribution.approval IS 'NONE: within the limits; REJECTED stays provisional until a correction';
COMMENT ON COLUMN attribution.final_after IS 'End of the after-sale period; the mall''s settle time may come first';
COMMENT ON COLUMN attribution.final_month IS 'Settlement month that made it final';
CREATE INDEX attribution_provisional ON attribution (final_after, source, order_id) WHERE state = 'PROVISIONAL';
CREATE INDEX attribution_paid ON attribution (paid_at DESC, source, order_id);

CREATE TABLE attribution_decision (
  source       text NOT NULL,
  order_id     text NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  cause        text NOT NULL CHECK (cause IN ('PAID', 'EARLIER_ORDER', 'CORRECTION')),
  evidence     text NOT NULL,
  hash         text NOT NULL,
  agreement_id text REFERENCES agreement (id),
  owner        text,
  rule         text NOT NULL,
  reason       text NOT NULL,
  actor        text NOT NULL,
  decided_at   timestamptz NOT NULL,
  PRIMARY KEY (source, order_id, number)
);
COMMENT ON TABLE attribution_decision IS 'Every decision on an order with the evidence it was taken on, append-only';
COMMENT ON COLUMN attribution_decision.cause IS 'EARLIER_ORDER: one paid before it reached us later; CORRECTION: people decided';
COMMENT ON COLUMN attribution_decision.evidence IS 'Canonical JSON of dev.siyu.attribution.Evidence, frozen';
COMMENT ON COLUMN attribution_decision.hash IS 'SHA-256 of evidence';
COMMENT ON COLUMN attribution_decision.owner IS 'Department whose customer it was at payment';

CREATE TABLE attribution_share (
  source     text NOT NULL,
  order_id   text NOT NULL,
  number     integer NOT NULL,
  department text NOT NULL,
  bp         integer NOT NULL CHECK (bp BETWEEN 1 AND 10000),
  PRIMARY KEY (source, order_id, number, department),
  FOREIGN KEY (source, order_id, number) REFERENCES attribution_decision (source, order_id, number)
);
COMMENT ON TABLE attribution_share IS 'Shares of a decision in basis points, 10,000 together, append-only';

CREATE TABLE attribution_lost_refund (
  source       text NOT NULL,
  refund_id    text NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  department   text NOT NULL,
  agreement_id text REFERENCES agreement (id),
  reason       text NOT NULL,
  evidence     text NOT NULL,
  hash         text NOT NULL,
  decided_at   timestamptz NOT NULL,
  PRIMARY KEY (source, refund_id, number)
);
COMMENT ON TABLE attribution_lost_refund IS 'Whose loss a refund is that found no order; decided anew only when an order paid before it reaches us later. Append-only';

CREATE TRIGGER attribution_decision_untouchable BEFORE UPDATE OR DELETE OR TRUNCATE ON attribution_decision
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_untouchable();
CREATE TRIGGER attribution_share_untouchable BEFORE UPDATE OR DELETE OR TRUNCATE ON attribution_share
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_untouchable();
CREATE TRIGGER attribution_lost_refund_untouchable BEFORE UPDATE OR DELETE OR TRUNCATE ON attribution_lost_refund
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_untouchable();

CREATE TABLE correction (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source       text NOT NULL,
  order_id     text NOT NULL,
  state        text NOT NULL CHECK (state IN ('ASKED', 'DONE', 'REJECTED')),
  content      text NOT NULL,
  reason       text NOT NULL,
  asked_by     text NOT NULL,
  asked_at     timestamptz NOT NULL,
  request_id   text,
  decided_at   timestamptz,
  decided_by   text[] NOT NULL DEFAULT '{}',
  note         text
);
COMMENT ON TABLE correction IS 'Corrections (更正) of an order''s shares: asked for, approved by others, then a reversal and new entries';
COMMENT ON COLUMN correction.content IS 'Canonical JSON of what takes effect';
CREATE UNIQUE INDEX correction_open ON correction (source, order_id) WHERE state = 'ASKED';
