-- Corp tags (企业标签) as WeCom has them, and which contacts are to be looked at again.

CREATE TABLE corp_tag_group (
  id    text PRIMARY KEY,
  name  text NOT NULL,
  place integer NOT NULL
);
COMMENT ON TABLE corp_tag_group IS 'Groups of corp tags as WeCom listed them last';
COMMENT ON COLUMN corp_tag_group.place IS 'Order in WeCom''s list';

CREATE TABLE tag (
  id       text PRIMARY KEY,
  group_id text NOT NULL REFERENCES corp_tag_group (id) ON DELETE CASCADE,
  name     text NOT NULL,
  place    integer NOT NULL
);
COMMENT ON TABLE tag IS 'Corp tags as WeCom listed them last; who wears one is in customer_tag, by name';
CREATE INDEX corp_tag_group_idx ON tag (group_id);

CREATE TABLE tag_sync (
  id        integer PRIMARY KEY CHECK (id = 1),
  next_at   timestamptz,
  listed_at timestamptz,
  problem   text
);
COMMENT ON TABLE tag_sync IS 'When WeCom''s list of corp tags is fetched next';
COMMENT ON COLUMN tag_sync.listed_at IS 'Moment before the list was fetched that we keep';
COMMENT ON COLUMN tag_sync.problem IS 'Why the last fetch failed; null when it went well';
INSERT INTO tag_sync (id) VALUES (1);

CREATE TABLE tag_look (
  external_user_id text PRIMARY KEY,
  due_at           timestamptz NOT NULL,
  asked            integer NOT NULL DEFAULT 1,
  tries            integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE tag_look IS 'Contacts whose tags somebody changed in WeCom: their detail is to be fetched';
COMMENT ON COLUMN tag_look.asked IS 'Raised by every event, so that one that comes during the fetch is not lost';
CREATE INDEX tag_look_due_idx ON tag_look (due_at);

ALTER TABLE customer ADD COLUMN tags_version bigint NOT NULL DEFAULT 0,
  ADD COLUMN tags_marked_at timestamptz;
COMMENT ON COLUMN customer.tags_version IS 'Raised by every change of tags; what was fetched before it is not taken over';
COMMENT ON COLUMN customer.tags_marked_at IS 'When we marked tags last: an event of that moment is the echo of our own call';
