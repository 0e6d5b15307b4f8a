CREATE TABLE journey_ending (
  process_id  text NOT NULL,
  customer_id text NOT NULL,
  entry       text NOT NULL,
  reason      text NOT NULL,
  ended_by    text NOT NULL,
  ended_at    timestamptz NOT NULL,
  PRIMARY KEY (process_id, customer_id, entry)
);
COMMENT ON TABLE journey_ending IS 'Runs that a person ended, append-only; their mass sends that nobody confirmed are withdrawn';
COMMENT ON COLUMN journey_ending.entry IS 'Variable entry of the run, the occurrence of its touches';

CREATE TABLE move_run (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('MOVE', 'END')),
  process_id      text NOT NULL,
  from_version    integer,
  from_definition bigint,
  to_version      integer,
  to_definition   bigint,
  mapping         json NOT NULL,
  reason          text NOT NULL,
  state           text NOT NULL CHECK (state IN ('RUNNING', 'HELD', 'DONE')),
  asked_by        text NOT NULL,
  asked_at        timestamptz NOT NULL,
  ended_at        timestamptz,
  CHECK ((kind = 'MOVE') = (to_definition IS NOT NULL))
);
COMMENT ON TABLE move_run IS 'Running customers of a version moved to another one, or ended, on somebody''s word';
COMMENT ON COLUMN move_run.mapping IS 'Element id then by element id now; ''!end'' ends the run there';
CREATE UNIQUE INDEX move_run_open_idx ON move_run (process_id) WHERE state <> 'DONE';

CREATE TABLE moved_run (
  run_id       bigint NOT NULL REFERENCES move_run (id),
  instance_key bigint NOT NULL,
  customer_id  text,
  state        text NOT NULL CHECK (state IN
    ('TODO', 'CANCELLING', 'STARTING', 'SCOPES', 'MOVED', 'ENDED', 'OVER', 'LEFT')),
  at_elements  text[] NOT NULL DEFAULT '{}',
  plan         json,
  new_key      bigint,
  zh           text,
  en           text,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (run_id, instance_key)
);
COMMENT ON TABLE moved_run IS 'One customer''s run in a move: where it stood, where it went, or why it stayed';
COMMENT ON COLUMN moved_run.state IS 'OVER: it ended by itself meanwhile; LEFT: it is in the old version, zh and en say why';
COMMENT ON COLUMN moved_run.plan IS 'What the new run begins with, kept from the moment the old one is known to have ended';
COMMENT ON COLUMN moved_run.new_key IS 'The run that goes on for it; the history of both is one story';
CREATE INDEX moved_run_open_idx ON moved_run (run_id) WHERE state IN ('TODO', 'CANCELLING', 'STARTING', 'SCOPES');
CREATE INDEX moved_run_old_idx ON moved_run (instance_key);
CREATE INDEX moved_run_new_idx ON moved_run (new_key) WHERE new_key IS NOT NULL;
