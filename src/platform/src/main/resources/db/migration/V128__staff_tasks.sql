CREATE TABLE staff_task (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key           text NOT NULL UNIQUE,
  root          bigint,
  staff_user_id text NOT NULL,
  customer_id   text,
  journey       text NOT NULL,
  step          text NOT NULL,
  title         text NOT NULL,
  content       text NOT NULL,
  tell_lead     boolean NOT NULL,
  state         text NOT NULL CHECK (state IN
    ('OPEN', 'POSTPONED', 'DONE', 'HANDED_OVER', 'EXPIRED')),
  created_at    timestamptz NOT NULL,
  deadline      timestamptz NOT NULL,
  remind_at     timestamptz,
  until         timestamptz,
  next_at       timestamptz,
  ended_at      timestamptz,
  ended_by      text,
  note          text,
  handed_to     text,
  CHECK ((ended_at IS NULL) = (state IN ('OPEN', 'POSTPONED'))),
  CHECK ((ended_at IS NULL) = (next_at IS NOT NULL))
);
COMMENT ON TABLE staff_task IS 'What a staff member is asked to do by hand, mostly by a step of a journey';
COMMENT ON COLUMN staff_task.key IS 'Business key; opening the same task twice changes nothing';
COMMENT ON COLUMN staff_task.root IS 'First task of a chain of hand-overs; the journey waits for this id. Null: this is the first';
COMMENT ON COLUMN staff_task.tell_lead IS 'Whether the member''s lead hears when it expires';
COMMENT ON COLUMN staff_task.remind_at IS 'When the member is reminded of the deadline; null: done or not wanted';
COMMENT ON COLUMN staff_task.until IS 'POSTPONED: when it comes back';
COMMENT ON COLUMN staff_task.next_at IS 'When something happens by itself; null once it ended';
COMMENT ON COLUMN staff_task.ended_by IS 'Login name of the person; null: the deadline';
COMMENT ON COLUMN staff_task.handed_to IS 'HANDED_OVER: WeCom user id of the colleague who has it now';
CREATE INDEX staff_task_next_idx ON staff_task (next_at) WHERE ended_at IS NULL;
CREATE INDEX staff_task_member_idx ON staff_task (staff_user_id, deadline) WHERE ended_at IS NULL;
CREATE INDEX staff_task_ended_idx ON staff_task (ended_at DESC) WHERE ended_at IS NOT NULL;
CREATE INDEX staff_task_customer_idx ON staff_task (customer_id);
