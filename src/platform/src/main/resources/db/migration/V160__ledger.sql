-- The double-entry book. Nothing in it is ever changed: the database refuses, whoever asks.

CREATE TABLE ledger_month (
  month     date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  closed_at timestamptz NOT NULL,
  closed_by text NOT NULL
);
COMMENT ON TABLE ledger_month IS 'Closed months (first day of each): up to the latest of them nothing is posted any more';

CREATE TABLE ledger_journal (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key       text NOT NULL UNIQUE,
  kind      text NOT NULL CHECK (kind IN ('ORDER', 'REFUND', 'FINAL', 'REVERSAL', 'CORRECTION')),
  month     date NOT NULL CHECK (extract(day FROM month) = 1),
  note      text NOT NULL,
  hash      text NOT NULL,
  actor     text NOT NULL,
  posted_at timestamptz NOT NULL
);
COMMENT ON TABLE ledger_journal IS 'One posting each; its entries sum to zero. Append-only';
COMMENT ON COLUMN ledger_journal.key IS 'Idempotency key: the same key with other content is refused';
COMMENT ON COLUMN ledger_journal.month IS 'Period (first day of the month in the shop''s zone)';
COMMENT ON COLUMN ledger_journal.hash IS 'SHA-256 of the content';
CREATE INDEX ledger_journal_month ON ledger_journal (month, id);

CREATE TABLE ledger_entry (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  journal_id    bigint NOT NULL REFERENCES ledger_journal (id),
  month         date NOT NULL,
  account       text NOT NULL CHECK (account IN
    ('ORDERS', 'REFUNDS', 'PROVISIONAL', 'FINAL', 'CLAWED_BACK')),
  department    text NOT NULL,
  cents         bigint NOT NULL CHECK (cents <> 0),
  source        text NOT NULL,
  order_id      text,
  refund_source text,
  refund_id     text,
  CHECK ((department = '') = (account IN ('ORDERS', 'REFUNDS'))),
  CHECK (order_id IS NOT NULL OR refund_id IS NOT NULL),
  CHECK ((refund_source IS NULL) = (refund_id IS NULL))
);
COMMENT ON TABLE ledger_entry IS 'Lines of journals in integer cents; above zero is revenue of the department. Append-only';
COMMENT ON COLUMN ledger_entry.account IS 'ORDERS and REFUNDS are the clearing accounts against the malls, the others belong to a department';
COMMENT ON COLUMN ledger_entry.department IS 'Name; empty for clearing accounts; 待定 where nobody is entitled yet';
COMMENT ON COLUMN ledger_entry.order_id IS 'Null: a refund that found no order';
COMMENT ON COLUMN ledger_entry.refund_id IS 'Null: the order itself';
CREATE INDEX ledger_entry_journal ON ledger_entry (journal_id);
CREATE INDEX ledger_entry_order ON ledger_entry (source, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX ledger_entry_lost ON ledger_entry (refund_source, refund_id) WHERE order_id IS NULL;
CREATE INDEX ledger_entry_page ON ledger_entry (department, month, id);

CREATE FUNCTION ledger_untouchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'SIYU-8104 % on % (expected: INSERT only; correct by a reversal)', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER ledger_journal_untouchable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_journal
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_untouchable();
CREATE TRIGGER ledger_entry_untouchable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_untouchable();

CREATE FUNCTION ledger_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM ledger_month WHERE month >= NEW.month) THEN
    RAISE EXCEPTION 'SIYU-8103 month % is closed (expected: a month after the last closed one)', NEW.month;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_journal_open BEFORE INSERT ON ledger_journal
  FOR EACH ROW EXECUTE FUNCTION ledger_open();

CREATE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(cents) FROM ledger_entry WHERE journal_id = NEW.journal_id) <> 0 THEN
    RAISE EXCEPTION 'SIYU-8102 journal % does not sum to zero', NEW.journal_id;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balanced AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced();

CREATE FUNCTION ledger_same_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_journal WHERE id = NEW.journal_id AND month = NEW.month
      AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'SIYU-8105 entry of journal % (expected: its month, in its own transaction)', NEW.journal_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_same_month AFTER INSERT ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_same_month();

-- The application writes the book as a role that cannot do more than append, where it may have one.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'siyu_ledger') THEN
    CREATE ROLE siyu_ledger NOLOGIN;
  END IF;
  GRANT siyu_ledger TO CURRENT_USER;
  GRANT SELECT, INSERT ON ledger_journal, ledger_entry TO siyu_ledger;
  GRANT SELECT ON ledger_month TO siyu_ledger;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'no role siyu_ledger: the triggers alone keep the ledger append-only';
END $$;
