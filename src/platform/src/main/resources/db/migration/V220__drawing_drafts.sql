CREATE TABLE drawing_draft (
  process_id   text NOT NULL CHECK (process_id ~ '^[a-z][a-z0-9-]{2,60}$'),
  author       text NOT NULL,
  xml          text NOT NULL CHECK (octet_length(xml) <= 1048576),
  base_version integer NOT NULL CHECK (base_version >= 0),
  saved_at     timestamptz NOT NULL,
  PRIMARY KEY (process_id, author)
);
COMMENT ON TABLE drawing_draft IS 'What people draw before it is deployed (草稿), one for each person and journey; gone once it is deployed or thrown away';
COMMENT ON COLUMN drawing_draft.xml IS 'As the browser sent it, unchecked; checked when it is deployed';
COMMENT ON COLUMN drawing_draft.base_version IS 'The deployed version it began with, 0: none';
CREATE INDEX drawing_draft_author_idx ON drawing_draft (author, saved_at DESC);
