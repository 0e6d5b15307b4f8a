CREATE TABLE approval_attachment (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint NOT NULL REFERENCES approval_request (id),
  name       text NOT NULL,
  mime       text NOT NULL,
  bytes      bytea NOT NULL,
  sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  person     text NOT NULL,
  person_id  bigint NOT NULL,
  at         timestamptz NOT NULL,
  UNIQUE (request_id, sha256)
);
COMMENT ON TABLE approval_attachment IS 'Files beside a request, append-only; not part of what takes effect';

ALTER TABLE approval_decision ADD COLUMN attachments text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN approval_decision.attachments IS 'SHA-256 of the files that lay beside the request when it was decided';
