-- The list of drafts names them without reading each drawing.

ALTER TABLE drawing_draft ADD COLUMN name text NOT NULL DEFAULT '';
COMMENT ON COLUMN drawing_draft.name IS 'The journey as it is drawn, at most 200 characters; empty: called by its id';
ALTER TABLE drawing_draft_aside ADD COLUMN name text NOT NULL DEFAULT '';
COMMENT ON COLUMN drawing_draft_aside.name IS 'As in drawing_draft';
