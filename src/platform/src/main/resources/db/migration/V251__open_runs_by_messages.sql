-- Which messages are watched is asked every second: one step for each set of messages, not each run.
CREATE INDEX chosen_run_messages_idx ON chosen_run (messages)
  WHERE state IN ('RESERVED', 'TRYING', 'RUNNING');
