ALTER TABLE person ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
COMMENT ON COLUMN person.id IS 'Stays the same when the person is renamed; four eyes compare it';
ALTER TABLE person DROP CONSTRAINT person_roles_check;
ALTER TABLE person ADD CONSTRAINT person_roles_check CHECK (
  roles <@ ARRAY['DESIGNER', 'MANAGER', 'STAFF', 'AUDITOR', 'BOSS', 'ADMIN', 'FINANCE']
  AND cardinality(roles) > 0);

ALTER TABLE approval_request
  ADD COLUMN requester_id bigint,
  ADD COLUMN who text CHECK (who IN ('SYSTEM', 'DEPARTMENT_MANAGER', 'ALL_DEPARTMENTS', 'BOSS')),
  ADD COLUMN limits_version integer,
  ADD COLUMN limits_reason text;
COMMENT ON COLUMN approval_request.requester_id IS 'person.id of whoever asked; null: Siyu itself';
COMMENT ON COLUMN approval_request.limits_reason IS 'What the limits (权限表) said when it was asked';

CREATE TABLE engine_form (
  form_key    bigint PRIMARY KEY,
  form_id     text NOT NULL,
  version     integer NOT NULL,
  content     text NOT NULL,
  deployed_at timestamptz NOT NULL
);
COMMENT ON TABLE engine_form IS 'Every form version as it was deployed, under the key the engine gave it';

CREATE TABLE approval_level (
  request_id bigint NOT NULL REFERENCES approval_request (id),
  number     integer NOT NULL CHECK (number >= 0),
  groups     text[] NOT NULL CHECK (cardinality(groups) > 0),
  hours      integer NOT NULL CHECK (hours BETWEEN 1 AND 400),
  needed     boolean NOT NULL,
  signed     text[] NOT NULL DEFAULT '{}',
  opened_at  timestamptz,
  remind_at  timestamptz,
  deadline   timestamptz,
  reminded   integer NOT NULL DEFAULT 0,
  ended_at   timestamptz,
  PRIMARY KEY (request_id, number)
);
COMMENT ON TABLE approval_level IS 'Who signs after whom; fixed when the limits were read. All groups of a level sign at the same time';
COMMENT ON COLUMN approval_level.groups IS 'dept:<department> its managers, role:<role> everybody of the role';
COMMENT ON COLUMN approval_level.hours IS 'Working hours until it goes to the next level';
COMMENT ON COLUMN approval_level.needed IS 'False: reached only when the level before let its deadline pass';
COMMENT ON COLUMN approval_level.signed IS 'Groups that agreed; they are not asked again after something was supplied';
CREATE INDEX approval_level_open ON approval_level (deadline) WHERE opened_at IS NOT NULL AND ended_at IS NULL;

CREATE TABLE approval_decision (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task_key       bigint NOT NULL UNIQUE,
  request_id     bigint NOT NULL REFERENCES approval_request (id),
  level          integer NOT NULL,
  group_name     text NOT NULL,
  answer         text NOT NULL CHECK (answer IN ('APPROVE', 'REJECT', 'ASK_BACK', 'ANSWER')),
  person         text NOT NULL,
  person_id      bigint NOT NULL,
  in_place_of    text,
  in_place_of_id bigint,
  seen_hash      text NOT NULL,
  form           jsonb NOT NULL,
  form_hash      text NOT NULL,
  comment        text NOT NULL,
  channel        text NOT NULL CHECK (channel IN ('CONSOLE', 'CARD')),
  waited_since   timestamptz,
  at             timestamptz NOT NULL,
  state          text NOT NULL CHECK (state IN ('STORED', 'EFFECTIVE', 'TOO_LATE')),
  next_at        timestamptz,
  tries          integer NOT NULL DEFAULT 0,
  settled_at     timestamptz,
  CHECK ((state = 'STORED') = (next_at IS NOT NULL)),
  CHECK ((state = 'STORED') = (settled_at IS NULL))
);
COMMENT ON TABLE approval_decision IS 'What a person decided on a task, once a task; it is the outbox too: STORED ones are on their way to the engine';
COMMENT ON COLUMN approval_decision.in_place_of IS 'For whom, when the person acted as a deputy';
COMMENT ON COLUMN approval_decision.seen_hash IS 'Hash of the content the person was shown';
COMMENT ON COLUMN approval_decision.waited_since IS 'When the task was opened';
CREATE INDEX approval_decision_due ON approval_decision (next_at) WHERE state = 'STORED';
CREATE INDEX approval_decision_request ON approval_decision (request_id, id);
CREATE INDEX approval_decision_person ON approval_decision (person_id, id DESC);

CREATE TABLE approval_refusal (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint REFERENCES approval_request (id),
  task_key   bigint,
  person     text NOT NULL,
  person_id  bigint,
  rule       text NOT NULL,
  detail     text NOT NULL,
  at         timestamptz NOT NULL
);
COMMENT ON TABLE approval_refusal IS 'Attempts to decide that four eyes refused, append-only';
CREATE INDEX approval_refusal_request ON approval_refusal (request_id, id);

CREATE TABLE approval_claim (
  task_key  bigint PRIMARY KEY,
  person    text NOT NULL,
  person_id bigint NOT NULL,
  at        timestamptz NOT NULL
);
COMMENT ON TABLE approval_claim IS 'Who says "I look at it" so that colleagues need not; binds nobody';

CREATE TABLE approval_note (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id bigint NOT NULL REFERENCES approval_request (id),
  person     text NOT NULL,
  text       text NOT NULL,
  at         timestamptz NOT NULL
);
COMMENT ON TABLE approval_note IS 'What people wrote beside a request';
CREATE INDEX approval_note_request ON approval_note (request_id, id);

CREATE TABLE approval_deputy (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person     text NOT NULL,
  person_id  bigint NOT NULL,
  deputy     text NOT NULL,
  deputy_id  bigint NOT NULL,
  kind       text,
  from_at    timestamptz NOT NULL,
  until_at   timestamptz NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  ended_at   timestamptz,
  CHECK (person_id <> deputy_id),
  CHECK (until_at > from_at)
);
COMMENT ON TABLE approval_deputy IS 'Who decides for whom (代理人) during an absence';
COMMENT ON COLUMN approval_deputy.kind IS 'Kind of approval; null: all';
COMMENT ON COLUMN approval_deputy.ended_at IS 'Ended before its time';
CREATE INDEX approval_deputy_deputy ON approval_deputy (deputy_id) WHERE ended_at IS NULL;

CREATE TABLE approval_limits (
  version     integer PRIMARY KEY CHECK (version > 0),
  xml         text NOT NULL,
  source      text NOT NULL CHECK (source IN ('SHIPPED', 'CONSOLE')),
  actor       text NOT NULL,
  comment     text,
  deployed_at timestamptz NOT NULL
);
COMMENT ON TABLE approval_limits IS 'Every version of the limits (权限表, DMN); the highest one decides who decides';

CREATE TABLE working_day (
  day   date PRIMARY KEY,
  works boolean NOT NULL,
  name  text NOT NULL
);
COMMENT ON TABLE working_day IS 'Days that are not what their weekday says: holidays, and weekend days worked instead (调休)';
INSERT INTO working_day (day, works, name)
SELECT day::date, false, name FROM (VALUES
  ('2026-01-01'::date, '2026-01-03'::date, '元旦'), ('2026-02-15', '2026-02-23', '春节'),
  ('2026-04-04', '2026-04-06', '清明节'), ('2026-05-01', '2026-05-05', '劳动节'),
  ('2026-06-19', '2026-06-21', '端午节'), ('2026-09-25', '2026-09-27', '中秋节'),
  ('2026-10-01', '2026-10-07', '国庆节'), ('2027-01-01', '2027-01-01', '元旦'),
  ('2027-02-05', '2027-02-08', '春节'), ('2027-04-05', '2027-04-05', '清明节'),
  ('2027-05-01', '2027-05-02', '劳动节'), ('2027-06-09', '2027-06-09', '端午节'),
  ('2027-09-15', '2027-09-15', '中秋节'), ('2027-10-01', '2027-10-03', '国庆节')
) AS holiday (first, last, name), generate_series(first, last, interval '1 day') AS day;
INSERT INTO working_day (day, works, name) VALUES
  ('2026-01-04', true, '元旦调休'), ('2026-02-14', true, '春节调休'), ('2026-02-28', true, '春节调休'),
  ('2026-05-09', true, '劳动节调休'), ('2026-09-20', true, '国庆节调休'), ('2026-10-10', true, '国庆节调休');
