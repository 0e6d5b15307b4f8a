CREATE TABLE journey_pause (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  process_id text NOT NULL,
  paused_at  timestamptz NOT NULL,
  paused_by  text NOT NULL,
  reason     text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  resumed_at timestamptz,
  resumed_by text,
  CHECK ((resumed_at IS NULL) = (resumed_by IS NULL))
);
COMMENT ON TABLE journey_pause IS 'Journeys held back (暂停): while a row is open no job of the journey begins';
COMMENT ON COLUMN journey_pause.reason IS 'In the words of the person who paused it';
CREATE UNIQUE INDEX journey_pause_open ON journey_pause (process_id) WHERE resumed_at IS NULL;
