-- Moments (朋友圈) that members are asked to publish: created is not published.

CREATE TABLE moment_plan (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  content         text NOT NULL,
  content_version integer,
  said            text,
  tags            text[] NOT NULL,
  publish_at      timestamptz NOT NULL,
  state           text NOT NULL CHECK (state IN ('PLANNED', 'CREATING', 'BUILDING', 'OPEN',
    'STOPPING', 'UNKNOWN', 'PUBLISHED', 'PARTLY', 'TIMED_OUT', 'CANCELLED', 'REFUSED')),
  rule            text,
  note            text,
  job_id          text,
  moment_id       text UNIQUE,
  planned_by      text NOT NULL,
  planned_at      timestamptz NOT NULL,
  claimed_at      timestamptz,
  opened_at       timestamptz,
  done_until      timestamptz,
  reminders       integer NOT NULL DEFAULT 0,
  lead_told_at    timestamptz,
  stop_for        text CHECK (stop_for IN ('TIME_OUT', 'PERSON')),
  looked_up_at    timestamptz,
  figures_until   timestamptz,
  next_at         timestamptz,
  ended_at        timestamptz,
  CHECK ((ended_at IS NULL) = (state IN
    ('PLANNED', 'CREATING', 'BUILDING', 'OPEN', 'STOPPING', 'UNKNOWN')))
) WITH (fillfactor = 80);
COMMENT ON TABLE moment_plan IS 'A moment some members are to publish; what each of them did is in moment_sender';
COMMENT ON COLUMN moment_plan.content IS 'Key of a piece of kind MOMENTS; its approved version of the moment of creation is kept';
COMMENT ON COLUMN moment_plan.tags IS 'Customers with one of these tags may see it; empty: all customers of the members';
COMMENT ON COLUMN moment_plan.state IS 'CREATING: add_moment_task under way; BUILDING: WeCom builds it; OPEN: members may publish; STOPPING: WeCom was asked to stop it; UNKNOWN: no answer, it is looked up and never created again';
COMMENT ON COLUMN moment_plan.rule IS 'REFUSED: the rule or WeCom''s code';
COMMENT ON COLUMN moment_plan.done_until IS 'Steps of the plan up to this moment are done';
COMMENT ON COLUMN moment_plan.figures_until IS 'Likes and comments are collected until then';
COMMENT ON COLUMN moment_plan.next_at IS 'When something is to be done next; null: nothing';
CREATE INDEX moment_plan_next_idx ON moment_plan (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX moment_plan_claimed_idx ON moment_plan (claimed_at) WHERE claimed_at IS NOT NULL;

CREATE TABLE moment_sender (
  plan_id       bigint NOT NULL REFERENCES moment_plan (id),
  staff_user_id text NOT NULL,
  state         text NOT NULL CHECK (state IN ('ASKED', 'LEFT_OUT', 'PUBLISHED', 'NOT_PUBLISHED')),
  reason        text,
  published_at  timestamptz,
  viewers       integer NOT NULL DEFAULT 0,
  PRIMARY KEY (plan_id, staff_user_id)
);
COMMENT ON TABLE moment_sender IS 'The members a moment is planned for';
COMMENT ON COLUMN moment_sender.state IS 'LEFT_OUT: a rule, the account or WeCom speaks against it, see reason';
COMMENT ON COLUMN moment_sender.published_at IS 'When WeCom first told that the member published it';
COMMENT ON COLUMN moment_sender.viewers IS 'Customers who see it, as WeCom tells';

CREATE TABLE moment_audience (
  plan_id       bigint NOT NULL REFERENCES moment_plan (id),
  staff_user_id text NOT NULL,
  customer_id   text NOT NULL,
  day           date NOT NULL,
  PRIMARY KEY (plan_id, staff_user_id, customer_id)
);
COMMENT ON TABLE moment_audience IS 'Who is to see it while it is open, who saw it once it is published; the daily cap counts these';
COMMENT ON COLUMN moment_audience.day IS 'Day of the shop the moment counts for';
CREATE INDEX moment_audience_customer_idx ON moment_audience (customer_id, day);

CREATE TABLE moment_reaction (
  plan_id          bigint NOT NULL REFERENCES moment_plan (id),
  staff_user_id    text NOT NULL,
  external_user_id text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('LIKE', 'COMMENT')),
  at               timestamptz NOT NULL,
  PRIMARY KEY (plan_id, staff_user_id, external_user_id, kind, at)
);
COMMENT ON TABLE moment_reaction IS 'Likes and comments of customers; WeCom does not tell the words';

CREATE TABLE moment_event (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL REFERENCES moment_plan (id),
  at      timestamptz NOT NULL,
  what    text NOT NULL,
  who     text,
  note    text
);
COMMENT ON TABLE moment_event IS 'What happened to a moment, append-only; who null: Siyu itself';
CREATE INDEX moment_event_plan_idx ON moment_event (plan_id, id);

INSERT INTO content (key, version, text, state, approved_by, kind, title) VALUES
  ('moments-star-week', 1, '本周老客最爱回购的好物到货啦，需要的朋友私信我留一份～', 'APPROVED', 'siyu', 'MOMENTS', '本周明星品');
