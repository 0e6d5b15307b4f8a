-- A rejected request stands with the decision that was taken after it, not in a table of its own.

ALTER TABLE attribution_decision ADD COLUMN after_request text
  CHECK (after_request IS NULL OR cause = 'RECKONED_AGAIN');
COMMENT ON COLUMN attribution_decision.after_request IS
  'The rejected approval it was taken after, so that the repeated step answers the same; the order itself names the latest one';

-- The only time: what is filled in was kept elsewhere until now, nothing that was decided changes.
ALTER TABLE attribution_decision DISABLE TRIGGER attribution_decision_untouchable;
UPDATE attribution_decision d SET after_request = again.request_id FROM reckoned_again again
WHERE again.source = d.source AND again.order_id = d.order_id AND again.decision = d.number;
ALTER TABLE attribution_decision ENABLE TRIGGER attribution_decision_untouchable;
DROP TABLE reckoned_again;

CREATE UNIQUE INDEX attribution_decision_after ON attribution_decision (after_request)
  WHERE after_request IS NOT NULL;
