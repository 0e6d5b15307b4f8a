CREATE SEQUENCE drawing_draft_revision;
ALTER TABLE drawing_draft ADD COLUMN revision bigint NOT NULL DEFAULT nextval('drawing_draft_revision');
COMMENT ON COLUMN drawing_draft.revision IS 'Another number each time it is saved: who saves says which one they saw';

CREATE TABLE drawing_draft_aside (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  process_id   text NOT NULL,
  author       text NOT NULL,
  xml          text NOT NULL,
  base_version integer NOT NULL,
  saved_at     timestamptz NOT NULL
);
COMMENT ON TABLE drawing_draft_aside IS 'Drafts that another window of the same person saved over without having seen them; the last five of a journey, until they are thrown away';
CREATE INDEX drawing_draft_aside_idx ON drawing_draft_aside (process_id, author, id DESC);
