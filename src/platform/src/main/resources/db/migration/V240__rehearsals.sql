CREATE TABLE rehearsal (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pair          bigint REFERENCES rehearsal (id),
  process_id    text NOT NULL,
  label         text NOT NULL,
  drawing       text NOT NULL,
  drawing_hash  text NOT NULL,
  scenario      jsonb NOT NULL,
  scenario_hash text NOT NULL,
  files         jsonb NOT NULL,
  state         text NOT NULL CHECK (state IN
    ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
  asked_by      text NOT NULL,
  asked_at      timestamptz NOT NULL,
  started_at    timestamptz,
  ended_at      timestamptz,
  phase         text,
  played_at     timestamptz,
  sent          bigint NOT NULL DEFAULT 0,
  total         bigint NOT NULL DEFAULT 0,
  cancel_by     text,
  reason        text,
  report        jsonb,
  CHECK ((ended_at IS NULL) = (state IN ('QUEUED', 'RUNNING'))),
  CHECK ((report IS NOT NULL) = (state = 'DONE'))
);
COMMENT ON TABLE rehearsal IS 'One rehearsal of one drawing: the request, how far it is, its report. Kept beside the drawing by its hash';
COMMENT ON COLUMN rehearsal.pair IS 'The rehearsal asked for together with this one, of another drawing on the same customers';
COMMENT ON COLUMN rehearsal.drawing_hash IS 'SHA-256 of the drawing''s text';
COMMENT ON COLUMN rehearsal.scenario_hash IS 'SHA-256 of scenario and files; two rehearsals with the same one can be compared';
COMMENT ON COLUMN rehearsal.files IS 'CSV files of the recording; empty for the sample year and once it has ended for long';
COMMENT ON COLUMN rehearsal.played_at IS 'The clock on the stage';
CREATE INDEX rehearsal_waiting_idx ON rehearsal (id) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX rehearsal_process_idx ON rehearsal (process_id, drawing_hash, id DESC);

CREATE TABLE rehearsal_story (
  rehearsal_id bigint NOT NULL REFERENCES rehearsal (id),
  customer     text NOT NULL,
  story        jsonb NOT NULL,
  touches      integer NOT NULL,
  refused      integer NOT NULL,
  orders       integer NOT NULL,
  paid_cents   bigint NOT NULL,
  digest       text NOT NULL,
  PRIMARY KEY (rehearsal_id, customer)
);
COMMENT ON TABLE rehearsal_story IS 'What one customer lived through in a rehearsal, step by step';
COMMENT ON COLUMN rehearsal_story.customer IS 'As the recording calls them';
COMMENT ON COLUMN rehearsal_story.digest IS 'Over touches and their days; differs when the customer fared otherwise';
