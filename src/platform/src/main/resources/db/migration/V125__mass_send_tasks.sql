-- Mass sends (群发) as tasks of a staff member: created is not sent.

CREATE TABLE mass_send_task (
  msg_id        text PRIMARY KEY,
  staff_user_id text NOT NULL,
  state         text NOT NULL CHECK (state IN ('CREATED', 'REMINDED', 'ESCALATED', 'CANCELLING',
    'CONFIRMED', 'REASSIGNED', 'WITHDRAWN', 'TIMED_OUT')),
  said          text,
  created_at    timestamptz NOT NULL,
  deadline      timestamptz,
  done_until    timestamptz NOT NULL,
  next_step_at  timestamptz,
  looked_up_at  timestamptz,
  reminders     integer NOT NULL DEFAULT 0,
  reminded_at   timestamptz,
  escalated_at  timestamptz,
  lead_user_id  text,
  cancel_for    text CHECK (cancel_for IN ('REASSIGN', 'WITHDRAW', 'TIME_OUT')),
  note          text,
  predecessor   text,
  ended_at      timestamptz,
  CHECK ((ended_at IS NULL) = (state IN ('CREATED', 'REMINDED', 'ESCALATED', 'CANCELLING'))),
  CHECK ((ended_at IS NULL) = (next_step_at IS NOT NULL))
) WITH (fillfactor = 80);
COMMENT ON TABLE mass_send_task IS 'One row per mass-send task at WeCom; what it should reach are the touchpoints with its provider_id';
COMMENT ON COLUMN mass_send_task.msg_id IS 'WeCom msgid of add_msg_template';
COMMENT ON COLUMN mass_send_task.state IS 'CANCELLING: asked WeCom to cancel, the answer decides; CONFIRMED: the member sent it, each customer''s result is in the ledger';
COMMENT ON COLUMN mass_send_task.said IS 'The text as the customer would read it; null: it cannot be given to another member';
COMMENT ON COLUMN mass_send_task.deadline IS 'When it times out, kept when it is given to another member; null: counted from created_at';
COMMENT ON COLUMN mass_send_task.done_until IS 'Steps of the plan up to this moment are done';
COMMENT ON COLUMN mass_send_task.next_step_at IS 'When something is to be done next; null once it ended';
COMMENT ON COLUMN mass_send_task.looked_up_at IS 'When WeCom last told how it stands';
COMMENT ON COLUMN mass_send_task.reminders IS 'remind_groupmsg_send calls that counted; WeCom allows 3 per 24 h';
COMMENT ON COLUMN mass_send_task.lead_user_id IS 'WeCom user id of whom it was escalated to';
COMMENT ON COLUMN mass_send_task.cancel_for IS 'CANCELLING: what comes after the cancellation';
COMMENT ON COLUMN mass_send_task.note IS 'Last thing worth telling a person, e.g. why no other member could take it';
COMMENT ON COLUMN mass_send_task.predecessor IS 'msg_id of the task this one replaces';
CREATE INDEX mass_send_task_step_idx ON mass_send_task (next_step_at) WHERE ended_at IS NULL;
CREATE INDEX mass_send_task_staff_idx ON mass_send_task (staff_user_id, created_at DESC);
CREATE INDEX mass_send_task_predecessor_idx ON mass_send_task (predecessor) WHERE predecessor IS NOT NULL;

INSERT INTO mass_send_task (msg_id, staff_user_id, state, created_at, done_until, next_step_at)
SELECT provider_id, coalesce(min(staff_user_id), ''), 'CREATED', min(claimed_at), min(claimed_at),
  min(coalesce(next_check_at, claimed_at))
FROM touchpoint WHERE state = 'QUEUED' AND provider_id IS NOT NULL GROUP BY provider_id;

DROP INDEX touchpoint_check_idx;
ALTER TABLE touchpoint DROP COLUMN next_check_at, DROP COLUMN checks,
  ADD COLUMN nudges_since timestamptz,
  ADD COLUMN priority text NOT NULL DEFAULT 'NORMAL'
    CHECK (priority IN ('IMPORTANT', 'NORMAL', 'MINOR'));
COMMENT ON COLUMN touchpoint.nudges_since IS 'Set when it wants the customer to buy: not sent (any more) once they paid after this moment';
COMMENT ON COLUMN touchpoint.priority IS 'Who comes first when a quota runs low';
CREATE INDEX touchpoint_queued_idx ON touchpoint (provider_id) WHERE state = 'QUEUED';

ALTER TABLE person ADD COLUMN wecom_user_id text UNIQUE;
COMMENT ON COLUMN person.wecom_user_id IS 'The person''s WeCom user id; whose tasks they see. Null: no tasks of their own';
UPDATE person SET wecom_user_id = 'li.na' WHERE name = 'staff' AND sample;
UPDATE person SET wecom_user_id = 'chen.jing' WHERE name = 'manager' AND sample;
