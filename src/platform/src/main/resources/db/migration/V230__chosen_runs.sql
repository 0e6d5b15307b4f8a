CREATE TABLE chosen_run (
  key            text PRIMARY KEY,
  process_id     text NOT NULL,
  customer_id    text NOT NULL,
  definition_key bigint NOT NULL,
  messages       text[] NOT NULL,
  state          text NOT NULL CHECK (state IN ('RESERVED', 'TRYING', 'RUNNING', 'ENDED', 'DROPPED')),
  instance_key   bigint,
  changed_at     timestamptz NOT NULL,
  CHECK ((state IN ('RUNNING', 'ENDED')) = (instance_key IS NOT NULL))
);
COMMENT ON TABLE chosen_run IS 'Runs started at a chosen version and not by message: the engine''s own lock (one run per customer) does not know them, so this table is the lock';
COMMENT ON COLUMN chosen_run.key IS 'One run for each: key of the announcement, or of the move; variable chosenRun of the instance';
COMMENT ON COLUMN chosen_run.messages IS 'Start messages of the journey; none lets the customer in while the run goes on';
COMMENT ON COLUMN chosen_run.state IS 'TRYING: the command left and has no answer yet, the history decides; DROPPED: never started';
CREATE INDEX chosen_run_open_idx ON chosen_run (customer_id) WHERE state IN ('RESERVED', 'TRYING', 'RUNNING');

CREATE INDEX outbox_entries ON outbox (correlation_key, name) WHERE time_to_live_ms = 0;
