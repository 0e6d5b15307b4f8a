CREATE TABLE person (
  name                 text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
  display_name_zh      text NOT NULL,
  display_name_en      text NOT NULL,
  department           text NOT NULL,
  roles                text[] NOT NULL CHECK (
    roles <@ ARRAY['DESIGNER', 'MANAGER', 'STAFF', 'AUDITOR', 'BOSS', 'ADMIN']
    AND cardinality(roles) > 0),
  password_hash        text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  enabled              boolean NOT NULL DEFAULT true,
  sample               boolean NOT NULL DEFAULT false,
  created_at           timestamptz NOT NULL
);
COMMENT ON TABLE person IS 'People who may log in to the console (not WeCom staff accounts).';
COMMENT ON COLUMN person.password_hash IS 'With its scheme in front, e.g. {bcrypt}$2a$...';
COMMENT ON COLUMN person.must_change_password IS 'True after a one-time password: until it is changed nothing else is allowed.';
COMMENT ON COLUMN person.enabled IS 'False locks the person out, also from open sessions, within 60 s.';
COMMENT ON COLUMN person.sample IS 'Created by sample mode with a known password; live mode does not start while one is enabled.';
