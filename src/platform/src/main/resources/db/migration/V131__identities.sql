-- One person over all malls: every id of other systems, merges, and how to undo them.

CREATE TABLE customer_identity (
  kind        text NOT NULL,
  value       text NOT NULL,
  customer_id text NOT NULL REFERENCES customer (id),
  origin_id   text NOT NULL,
  learnt_at   timestamptz NOT NULL,
  PRIMARY KEY (kind, value)
);
COMMENT ON TABLE customer_identity IS 'Ids of other systems and the customer they belong to now';
COMMENT ON COLUMN customer_identity.kind IS 'wecom, union, or <mall>:open for a mall''s own id of the buyer';
COMMENT ON COLUMN customer_identity.origin_id IS 'Customer id it was learnt under; stays when customers merge';
CREATE INDEX customer_identity_customer_idx ON customer_identity (customer_id);

INSERT INTO customer_identity (kind, value, customer_id, origin_id, learnt_at)
SELECT 'wecom', external_user_id, id, id, created_at FROM customer WHERE external_user_id IS NOT NULL
UNION ALL
SELECT 'union', union_id, id, id, created_at FROM customer WHERE union_id IS NOT NULL;

ALTER TABLE customer_stage ADD COLUMN origin_id text;
ALTER TABLE customer_tag ADD COLUMN origin_id text;
ALTER TABLE customer_staff ADD COLUMN origin_id text;
COMMENT ON COLUMN customer_stage.origin_id IS 'Customer it was brought in from by a merge; null: our own';
COMMENT ON COLUMN customer_tag.origin_id IS 'Customer it was brought in from by a merge; null: our own';
COMMENT ON COLUMN customer_staff.origin_id IS 'Customer it was brought in from by a merge; null: our own';

CREATE TABLE customer_merge (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gone         text NOT NULL,
  kept         text NOT NULL,
  origins      text[] NOT NULL,
  gone_was     jsonb NOT NULL,
  kept_was     jsonb NOT NULL,
  why          text NOT NULL,
  actor        text,
  merged_at    timestamptz NOT NULL,
  separated_at timestamptz,
  separated_by text,
  separated_why text
);
COMMENT ON TABLE customer_merge IS 'Every merge and its undoing, append-only but for the three columns of the undoing';
COMMENT ON COLUMN customer_merge.origins IS 'gone and all that had been merged into it: what came under these ids goes back with it';
COMMENT ON COLUMN customer_merge.gone_was IS 'Row, stages and tags of the customer who went, as they were';
COMMENT ON COLUMN customer_merge.kept_was IS 'What the merge changed on the customer who stayed, as it was';
COMMENT ON COLUMN customer_merge.actor IS 'Person who merged; null when an id proved it';
CREATE INDEX customer_merge_kept_idx ON customer_merge (kept);
CREATE INDEX customer_merge_gone_idx ON customer_merge (gone);

CREATE TABLE customer_hint (
  kind        text NOT NULL,
  hash        text NOT NULL,
  customer_id text NOT NULL,
  learnt_at   timestamptz NOT NULL,
  PRIMARY KEY (kind, hash, customer_id)
);
COMMENT ON TABLE customer_hint IS 'Signs that are no proof, e.g. the same phone; customer_id is the origin and may be an alias';
COMMENT ON COLUMN customer_hint.hash IS 'Keyed hash; the number itself is never stored';
CREATE INDEX customer_hint_customer_idx ON customer_hint (customer_id);

CREATE TABLE merge_suggestion (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  one        text NOT NULL,
  other      text NOT NULL,
  why        text NOT NULL,
  at         timestamptz NOT NULL,
  state      text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'MERGED', 'DISMISSED')),
  decided_at timestamptz,
  decided_by text,
  reason     text,
  UNIQUE (one, other, why),
  CHECK (one < other)
);
COMMENT ON TABLE merge_suggestion IS 'Two customers who may be one person; a person decides';
COMMENT ON COLUMN merge_suggestion.why IS 'PHONE: same phone; UNION: one union id shows up at both; SEPARATED: a proof would merge what a person took apart';
CREATE INDEX merge_suggestion_other_idx ON merge_suggestion (other);
