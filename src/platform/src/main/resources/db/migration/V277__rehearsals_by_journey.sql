-- The list of a journey's rehearsals reads the newest first.

DROP INDEX rehearsal_process_idx;
CREATE INDEX rehearsal_process_idx ON rehearsal (process_id, id DESC);
