CREATE TABLE person_wecom_change (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id bigint NOT NULL,
  before    text,
  after     text,
  actor     text NOT NULL,
  at        timestamptz NOT NULL,
  CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX person_wecom_change_person ON person_wecom_change (person_id);
COMMENT ON TABLE person_wecom_change IS 'Each change of the WeCom account of a person; four eyes takes two people who ever had the same account for one';
COMMENT ON COLUMN person_wecom_change.person_id IS 'person.id, which stays when the person is renamed';
COMMENT ON COLUMN person_wecom_change.before IS 'Null: none';
COMMENT ON COLUMN person_wecom_change.after IS 'Null: none';
COMMENT ON COLUMN person_wecom_change.actor IS 'Name of the administrator';
