-- A month's settlement: orders become final, statements are frozen and closed.

CREATE TABLE settlement (
  month      date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  state      text NOT NULL CHECK (state IN ('RUNNING', 'STOPPED', 'DONE', 'ASKED', 'CLOSED')),
  total      integer NOT NULL DEFAULT 0,
  done       integer NOT NULL DEFAULT 0,
  started_by text NOT NULL,
  started_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  content    text,
  request_id text,
  note       text
);
COMMENT ON TABLE settlement IS 'Monthly runs (月度结算); a batch of orders and its count commit together, so a run goes on where it was';
COMMENT ON COLUMN settlement.total IS 'Orders that were due when the run began';
COMMENT ON COLUMN settlement.content IS 'ASKED, CLOSED: canonical JSON of all statements, which people approve';

CREATE TABLE statement (
  month        date NOT NULL REFERENCES settlement (month),
  department   text NOT NULL,
  final_cents  bigint NOT NULL,
  clawed_cents bigint NOT NULL,
  lines        integer NOT NULL,
  hash         text NOT NULL,
  PRIMARY KEY (month, department)
);
COMMENT ON TABLE statement IS 'Statement (结算单) of a department and month; its lines are the entries of the closed month';
COMMENT ON COLUMN statement.clawed_cents IS 'Taken back after orders were final, and refunds without order; mostly below zero';
COMMENT ON COLUMN statement.hash IS 'SHA-256 over the lines in the order of their ids';

CREATE TABLE book_check (
  name       text PRIMARY KEY,
  ok         boolean NOT NULL,
  details    text NOT NULL,
  checked_at timestamptz NOT NULL,
  took_ms    bigint NOT NULL
);
COMMENT ON TABLE book_check IS 'Last result of each invariant of the ledger';
