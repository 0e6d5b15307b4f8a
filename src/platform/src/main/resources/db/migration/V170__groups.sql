-- Customer groups (客户群), the ways into them, and what is said in them.

CREATE TABLE group_chat (
  chat_id      text PRIMARY KEY,
  name         text NOT NULL,
  owner        text NOT NULL,
  notice       text NOT NULL DEFAULT '',
  state        text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DISMISSED')),
  operated     boolean NOT NULL DEFAULT false,
  capacity     integer CHECK (capacity BETWEEN 2 AND 2000),
  created_at   timestamptz NOT NULL,
  seen_at      timestamptz NOT NULL,
  dismissed_at timestamptz,
  CHECK ((state = 'DISMISSED') = (dismissed_at IS NOT NULL))
);
COMMENT ON TABLE group_chat IS 'Customer groups as WeCom showed them last';
COMMENT ON COLUMN group_chat.owner IS 'WeCom user id of the owner, who confirms what is sent to the group';
COMMENT ON COLUMN group_chat.operated IS 'Whether the weekly SOP runs for it';
COMMENT ON COLUMN group_chat.capacity IS 'Members it may have; null: siyu.groups.capacity';
COMMENT ON COLUMN group_chat.seen_at IS 'Moment of the look that is applied; an older look changes nothing';

CREATE TABLE group_member (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chat_id    text NOT NULL REFERENCES group_chat (chat_id),
  member_id  text NOT NULL,
  staff      boolean NOT NULL,
  name       text NOT NULL,
  joined_at  timestamptz NOT NULL,
  join_scene integer NOT NULL,
  join_state text,
  left_at    timestamptz,
  quit_scene integer
);
COMMENT ON TABLE group_member IS 'Who is and was in a group; one row per stay';
COMMENT ON COLUMN group_member.member_id IS 'External user id, or WeCom user id when staff; the customer is found by it, so one who is added later is found too';
COMMENT ON COLUMN group_member.join_scene IS '1 invited, 2 by an invitation link, 3 by QR code';
COMMENT ON COLUMN group_member.join_state IS 'State of the join way they came through';
COMMENT ON COLUMN group_member.quit_scene IS '0 left, 1 removed; null: nobody said';
CREATE UNIQUE INDEX group_member_here ON group_member (chat_id, member_id) WHERE left_at IS NULL;
CREATE INDEX group_member_member ON group_member (member_id);
CREATE INDEX group_member_left ON group_member (chat_id, left_at) WHERE left_at IS NOT NULL;

CREATE TABLE group_event (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chat_id text NOT NULL REFERENCES group_chat (chat_id),
  at      timestamptz NOT NULL,
  what    text NOT NULL,
  who     text NOT NULL,
  note    text NOT NULL
);
COMMENT ON TABLE group_event IS 'What happened to a group and what was decided about it, append-only';
CREATE INDEX group_event_chat ON group_event (chat_id, id);

CREATE TABLE group_look (
  single     boolean PRIMARY KEY DEFAULT true CHECK (single),
  looked_at  timestamptz,
  next_at    timestamptz,
  found      integer,
  note       text
);
COMMENT ON TABLE group_look IS 'The comparison of all groups with WeCom: one row';
INSERT INTO group_look DEFAULT VALUES;

CREATE TABLE join_way (
  state        text PRIMARY KEY CHECK (length(state) BETWEEN 1 AND 30),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  chats        text[] NOT NULL,
  auto_create  boolean NOT NULL,
  base_name    text NOT NULL,
  base_id      integer NOT NULL DEFAULT 1,
  status       text NOT NULL CHECK (status IN
    ('CREATING', 'ACTIVE', 'UNKNOWN', 'FAILED', 'RETIRING', 'RETIRED')),
  config_id    text UNIQUE,
  qr_code      text,
  behind       text[] NOT NULL,
  asked_at     timestamptz NOT NULL,
  note         text,
  pushed_at    timestamptz,
  push_note    text,
  next_look_at timestamptz,
  CONSTRAINT join_way_has_config CHECK (config_id IS NOT NULL OR status NOT IN ('ACTIVE', 'RETIRING'))
);
COMMENT ON TABLE join_way IS 'Ways into groups (加入群聊) we keep at WeCom';
COMMENT ON COLUMN join_way.state IS 'Our code; WeCom tells it with every member who joined by this way';
COMMENT ON COLUMN join_way.chats IS 'Groups this way fills, in order; groups that WeCom opened for it are added at the end';
COMMENT ON COLUMN join_way.status IS 'UNKNOWN: the creation got no answer and WeCom lists no ways, a person decides; RETIRING: deletion is asked until it is done';
COMMENT ON COLUMN join_way.config_id IS 'Handle of the way; WeCom does not list it, so it is kept here';
COMMENT ON COLUMN join_way.behind IS 'At most 5 groups that stand behind it at WeCom: the last set it took';
COMMENT ON COLUMN join_way.next_look_at IS 'When it is to be looked at; null: when something changes';

CREATE TABLE join_way_event (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  state text NOT NULL REFERENCES join_way (state),
  at    timestamptz NOT NULL,
  what  text NOT NULL,
  who   text NOT NULL,
  note  text NOT NULL
);
COMMENT ON TABLE join_way_event IS 'Every decision about a join way, append-only';

CREATE TABLE group_touch (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chat_id              text NOT NULL REFERENCES group_chat (chat_id),
  journey              text NOT NULL,
  step                 text NOT NULL,
  occurrence           text NOT NULL,
  content              text NOT NULL,
  content_version      integer,
  staff_user_id        text,
  state                text NOT NULL CHECK (state IN
    ('PENDING', 'QUEUED', 'SENT', 'REFUSED', 'DECLINED', 'EXPIRED', 'FAILED', 'UNKNOWN')),
  rule                 text,
  reason               text,
  not_before           timestamptz,
  provider_id          text,
  said                 text,
  attempts             integer NOT NULL DEFAULT 0,
  element_instance_key bigint NOT NULL DEFAULT 0,
  asked_at             timestamptz NOT NULL,
  claimed_at           timestamptz,
  updated_at           timestamptz NOT NULL,
  next_look_at         timestamptz,
  reminded_at          timestamptz,
  UNIQUE (chat_id, journey, step, occurrence)
) WITH (fillfactor = 80);
COMMENT ON TABLE group_touch IS 'The ledger of messages to groups: the addressee is a group, at most one call leaves per row';
COMMENT ON COLUMN group_touch.state IS 'PENDING claimed, call under way; QUEUED the owner must confirm; FAILED certainly without effect, may be asked again; UNKNOWN no answer, never resent';
COMMENT ON COLUMN group_touch.attempts IS 'How often it was claimed; guards the record against a late answer of an older claim';
COMMENT ON COLUMN group_touch.said IS 'The text as the group reads it';
COMMENT ON COLUMN group_touch.next_look_at IS 'PENDING and QUEUED: when it is looked at next';
CREATE INDEX group_touch_made ON group_touch (chat_id, claimed_at)
  WHERE state IN ('PENDING', 'QUEUED', 'SENT', 'UNKNOWN');
CREATE INDEX group_touch_look ON group_touch (next_look_at) WHERE next_look_at IS NOT NULL;

CREATE TABLE group_touch_event (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  group_touch_id bigint NOT NULL REFERENCES group_touch (id),
  at             timestamptz NOT NULL,
  state          text NOT NULL,
  rule           text,
  reason         text
);
COMMENT ON TABLE group_touch_event IS 'Every decision and outcome of a message to a group, append-only';
CREATE INDEX group_touch_event_touch ON group_touch_event (group_touch_id);

CREATE TABLE group_week (
  chat_id       text NOT NULL REFERENCES group_chat (chat_id),
  week          date NOT NULL,
  started_at    timestamptz NOT NULL,
  summarized_at timestamptz,
  members       integer,
  joined        integer,
  departed      integer,
  active        integer,
  buyers        integer,
  orders        integer,
  net_cents     bigint,
  PRIMARY KEY (chat_id, week)
);
COMMENT ON TABLE group_week IS 'Runs of the weekly SOP (社群周SOP), one per group and week, with the figures of its end';
COMMENT ON COLUMN group_week.week IS 'Its Monday, in the shop''s zone';
COMMENT ON COLUMN group_week.active IS 'Members who wrote to us or bought in that week; WeCom tells nobody who writes in a group';
COMMENT ON COLUMN group_week.net_cents IS 'Of orders paid in that week by members, less refunds known at the end';
