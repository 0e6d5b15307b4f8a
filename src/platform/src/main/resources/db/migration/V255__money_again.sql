-- What the review of money asked for: questions that are asked often get an index, repeated work its memory.

CREATE INDEX ledger_entry_refund ON ledger_entry (refund_source, refund_id)
  WHERE refund_id IS NOT NULL;
DROP INDEX ledger_entry_lost;
CREATE INDEX ledger_entry_statement ON ledger_entry (month, id)
  WHERE account IN ('FINAL', 'CLAWED_BACK');
CREATE INDEX attribution_request ON attribution (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE reckoned_again (
  request_id text PRIMARY KEY,
  source     text NOT NULL,
  order_id   text NOT NULL,
  decision   integer NOT NULL,
  at         timestamptz NOT NULL,
  FOREIGN KEY (source, order_id, decision)
    REFERENCES attribution_decision (source, order_id, number)
);
COMMENT ON TABLE reckoned_again IS 'Rejected requests whose order was divided anew, so that the repeated step answers the same';
COMMENT ON COLUMN reckoned_again.request_id IS 'The rejected approval; the order itself names the latest one';
COMMENT ON COLUMN reckoned_again.decision IS 'Number of the decision that took its place';

UPDATE closing SET state = 'CLOSED' FROM settlement s
WHERE s.month = closing.month AND s.state = 'CLOSED' AND closing.state = 'DECIDING';
