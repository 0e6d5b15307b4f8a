-- Groups built from chosen customers (标签建群), and welcomes of groups (入群欢迎语).

CREATE TABLE tag_group (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  join_way   text NOT NULL REFERENCES join_way (state),
  content    text NOT NULL,
  tags       text[] NOT NULL,
  layers     text[] NOT NULL,
  stages     text[] NOT NULL,
  started_by text NOT NULL,
  started_at timestamptz NOT NULL
);
COMMENT ON TABLE tag_group IS 'Invitations of chosen customers into groups, by mass-send tasks that staff confirm';
COMMENT ON COLUMN tag_group.tags IS 'Customers with any of them; empty: all. Likewise layers and stages; all three must fit';

CREATE TABLE tag_group_customer (
  tag_group   bigint NOT NULL REFERENCES tag_group (id),
  customer_id text NOT NULL,
  state       text NOT NULL CHECK (state IN ('PLANNED', 'ASKED', 'REFUSED', 'DECLINED', 'FAILED', 'UNKNOWN')),
  reason      text,
  next_at     timestamptz,
  tries       integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tag_group, customer_id),
  CHECK ((state = 'PLANNED') = (next_at IS NOT NULL))
);
COMMENT ON TABLE tag_group_customer IS 'One chosen customer; ASKED: the task exists, how it ends is in the touchpoint ledger';
CREATE INDEX tag_group_customer_next ON tag_group_customer (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE group_welcome (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  content     text NOT NULL,
  text        text NOT NULL,
  status      text NOT NULL CHECK (status IN ('CREATING', 'ACTIVE', 'UNKNOWN', 'FAILED', 'DELETED')),
  template_id text UNIQUE,
  note        text,
  created_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  CHECK (template_id IS NOT NULL OR status <> 'ACTIVE')
);
COMMENT ON TABLE group_welcome IS 'Group welcomes we keep at WeCom; owners choose one for their group there';
COMMENT ON COLUMN group_welcome.status IS 'UNKNOWN: the creation got no answer and WeCom lists no welcomes';
COMMENT ON COLUMN group_welcome.text IS 'What WeCom has: the approved text of the content when it was last sent';
CREATE UNIQUE INDEX group_welcome_content ON group_welcome (content) WHERE status <> 'DELETED';
