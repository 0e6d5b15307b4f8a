CREATE TABLE drawing_deployment (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  process_id     text NOT NULL,
  version        integer NOT NULL CHECK (version > 0),
  definition_key bigint NOT NULL,
  checksum       text NOT NULL CHECK (length(checksum) = 64),
  source         text NOT NULL CHECK (source IN ('SHIPPED', 'CONSOLE')),
  xml            text NOT NULL CHECK (octet_length(xml) <= 1048576),
  comment        text CHECK (length(comment) <= 500),
  actor          text NOT NULL,
  at             timestamptz NOT NULL
);
COMMENT ON TABLE drawing_deployment IS 'Every drawing the engine took, append-only: what, when, by whom; the newest row of a process is the one that runs';
COMMENT ON COLUMN drawing_deployment.checksum IS 'SHA-256 of the drawing, hex';
COMMENT ON COLUMN drawing_deployment.source IS 'SHIPPED came with the product, CONSOLE was drawn by a person';
COMMENT ON COLUMN drawing_deployment.comment IS 'Why, in the words of the person who deployed it';
CREATE INDEX drawing_deployment_process_idx ON drawing_deployment (process_id, id DESC);
