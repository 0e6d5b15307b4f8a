-- Closing a month (月结): checks, settlement, confirmations of the departments, approval.

CREATE TABLE closing (
  month        date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  state        text NOT NULL CHECK (state IN
    ('CHECKING', 'SETTLING', 'CONFIRMING', 'DECIDING', 'CLOSED', 'CALLED_OFF')),
  round        integer NOT NULL CHECK (round > 0),
  opened_by    text NOT NULL,
  opened_at    timestamptz NOT NULL,
  check_until  timestamptz NOT NULL,
  remind_at    timestamptz,
  confirm_by   timestamptz,
  escalate_by  timestamptz,
  note         text NOT NULL DEFAULT '',
  changed_at   timestamptz NOT NULL
);
COMMENT ON TABLE closing IS 'Runs of the journey settlement-month, one for each month';
COMMENT ON COLUMN closing.round IS 'Counts how often it began: a rejected month is closed anew';
COMMENT ON COLUMN closing.check_until IS 'Until then open orders and disputes are waited for; broken checks always';
COMMENT ON COLUMN closing.confirm_by IS 'End of the working time the departments have to confirm';
COMMENT ON COLUMN closing.note IS 'What keeps it waiting, for people';

CREATE TABLE closing_confirmation (
  month      date NOT NULL REFERENCES closing (month),
  round      integer NOT NULL,
  department text NOT NULL,
  answer     text CHECK (answer IN ('CONFIRMED', 'CONTESTED', 'SILENT')),
  person     text,
  hash       text,
  note       text NOT NULL DEFAULT '',
  at         timestamptz,
  PRIMARY KEY (month, round, department),
  CHECK ((answer IS NULL) = (at IS NULL))
);
COMMENT ON TABLE closing_confirmation IS 'What each department said to its statement; SILENT: the deadline passed';
COMMENT ON COLUMN closing_confirmation.hash IS 'SHA-256 of the statement''s lines as they were shown';
