-- A rejected split is reckoned again with what is known by then.

ALTER TABLE attribution ADD COLUMN request_id text;
COMMENT ON COLUMN attribution.request_id IS 'Approval of the decision that holds, where people were asked';

ALTER TABLE attribution_decision DROP CONSTRAINT attribution_decision_cause_check;
ALTER TABLE attribution_decision ADD CONSTRAINT attribution_decision_cause_check
  CHECK (cause IN ('PAID', 'EARLIER_ORDER', 'RECKONED_AGAIN', 'CORRECTION'));
COMMENT ON COLUMN attribution_decision.cause IS
  'EARLIER_ORDER: one paid before it reached us later; RECKONED_AGAIN: people rejected the one before; CORRECTION: people decided';
