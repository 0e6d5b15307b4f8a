CREATE TABLE readiness_check (
  version            integer PRIMARY KEY CHECK (version > 0),
  programme          text NOT NULL CHECK (length(programme) BETWEEN 1 AND 60),
  state              text NOT NULL DEFAULT 'FILLING' CHECK (state IN ('FILLING', 'FILLED', 'ASKED', 'GO',
    'CONDITIONS', 'STOP', 'REJECTED', 'EXPIRED', 'NOT_FILLED', 'WITHDRAWN')),
  revision           integer NOT NULL DEFAULT 1,
  opened_by          text NOT NULL,
  opened_at          timestamptz NOT NULL,
  estimate_frequency integer CHECK (estimate_frequency BETWEEN 0 AND 100000),
  estimate_margin_bp integer CHECK (estimate_margin_bp BETWEEN -10000 AND 10000),
  estimate_source    text NOT NULL DEFAULT '' CHECK (length(estimate_source) <= 300),
  conclusion         jsonb,
  approval           text,
  decision           text,
  deciders           text[] NOT NULL DEFAULT '{}',
  decision_reason    text NOT NULL DEFAULT '',
  decided_at         timestamptz
);
COMMENT ON TABLE readiness_check IS 'Assessments whether to do private domain (启动评估), one row per version; a version that is over stays as it was signed';
COMMENT ON COLUMN readiness_check.revision IS 'Grows with every change; an act names the revision it saw';
COMMENT ON COLUMN readiness_check.estimate_frequency IS 'Orders per buyer and year in hundredths, where own orders say too little';
COMMENT ON COLUMN readiness_check.conclusion IS 'Figures, quadrant, scores, verdict and reason as they were signed';
COMMENT ON COLUMN readiness_check.approval IS 'Id of the request for sign-off';
CREATE UNIQUE INDEX readiness_one_open ON readiness_check ((true)) WHERE state IN ('FILLING', 'FILLED', 'ASKED');

CREATE TABLE readiness_owner (
  version       integer NOT NULL REFERENCES readiness_check (version),
  section       text NOT NULL,
  staff_user_id text NOT NULL,
  PRIMARY KEY (version, section)
);
COMMENT ON TABLE readiness_owner IS 'Who fills which section in: gets a staff task with a deadline';

CREATE TABLE readiness_answer (
  version     integer NOT NULL REFERENCES readiness_check (version),
  question    text NOT NULL,
  score       integer NOT NULL CHECK (score BETWEEN 0 AND 4),
  evidence    text NOT NULL CHECK (length(evidence) <= 1000),
  answered_by text NOT NULL,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (version, question)
);
COMMENT ON TABLE readiness_answer IS 'Scores of the questions with their evidence';

CREATE TABLE readiness_gap (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version    integer NOT NULL REFERENCES readiness_check (version),
  section    text NOT NULL,
  title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
  owner      text NOT NULL,
  due_on     date NOT NULL,
  task       bigint,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE readiness_gap IS 'What must become better, by whom and when; becomes a staff task when the assessment is signed';
COMMENT ON COLUMN readiness_gap.owner IS 'WeCom user id';
CREATE INDEX readiness_gap_version_idx ON readiness_gap (version);

CREATE TABLE readiness_act (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version integer NOT NULL REFERENCES readiness_check (version),
  action  text NOT NULL,
  actor   text NOT NULL,
  at      timestamptz NOT NULL,
  note    text NOT NULL DEFAULT ''
);
COMMENT ON TABLE readiness_act IS 'Who did what with an assessment, and when; append-only';
CREATE INDEX readiness_act_version_idx ON readiness_act (version, id);
