CREATE TABLE working_day_change (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day          date NOT NULL,
  works_before boolean,
  name_before  text,
  works_after  boolean,
  name_after   text,
  actor        text NOT NULL,
  at           timestamptz NOT NULL,
  CHECK ((works_before IS NULL) = (name_before IS NULL)),
  CHECK ((works_after IS NULL) = (name_after IS NULL))
);
COMMENT ON TABLE working_day_change IS 'Who changed which day of the working calendar, append-only';
COMMENT ON COLUMN working_day_change.works_before IS 'Null: as its weekday says';
COMMENT ON COLUMN working_day_change.works_after IS 'Null: as its weekday says again';
CREATE INDEX working_day_change_day ON working_day_change (day, id DESC);
