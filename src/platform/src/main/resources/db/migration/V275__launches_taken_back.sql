-- Between a stop and the moment at which the version before is known to be back for everybody.
ALTER TABLE launch DROP CONSTRAINT launch_state_check;
ALTER TABLE launch ADD CONSTRAINT launch_state_check CHECK (state IN ('ASKED', 'APPROVED', 'PLACING',
  'CANARY', 'WIDENING', 'STOPPING', 'ALL', 'STOPPED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'));
DROP INDEX launch_open_idx;
CREATE UNIQUE INDEX launch_open_idx ON launch (process_id)
  WHERE state IN ('ASKED', 'APPROVED', 'PLACING', 'CANARY', 'WIDENING', 'STOPPING');
