-- Media of content, and the ids WeCom gave them for three days.

CREATE TABLE media (
  id          text PRIMARY KEY CHECK (id ~ '^m-[0-9a-f]{32}$'),
  kind        text NOT NULL CHECK (kind IN ('IMAGE', 'VIDEO', 'FILE')),
  mime        text NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  bytes       integer NOT NULL CHECK (bytes > 0),
  data        bytea,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL
);
COMMENT ON TABLE media IS 'Images, videos and files that content may carry; never changed, the same bytes are kept once';
COMMENT ON COLUMN media.id IS 'm- and the first half of the SHA-256 over the bytes';
COMMENT ON COLUMN media.data IS 'Null when the bytes lie in the object store';

CREATE TABLE wecom_media (
  media_id       text PRIMARY KEY REFERENCES media (id),
  wecom_media_id text,
  expires_at     timestamptz,
  next_try_at    timestamptz,
  note           text
);
COMMENT ON TABLE wecom_media IS 'What WeCom calls our media; an id is good for 3 days and is renewed before, while approved content uses it';
COMMENT ON COLUMN wecom_media.next_try_at IS 'Set after a failed upload: not before this moment';
COMMENT ON COLUMN wecom_media.note IS 'Why the latest upload failed';

ALTER TABLE content ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN content.attachments IS 'At most 9 (WeCom): images, videos, files by media id; links; mini-program cards';
CREATE INDEX content_attached_idx ON content (key) WHERE state = 'APPROVED' AND attachments <> '[]';
