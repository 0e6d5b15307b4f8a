CREATE SEQUENCE customer_number START 10001;
COMMENT ON SEQUENCE customer_number IS 'Digits of our own customer ids (C10001, C10002, ...)';

CREATE TABLE customer (
  id               text PRIMARY KEY CHECK (id ~ '^C[0-9]{1,18}$'),
  external_user_id text UNIQUE,
  union_id         text UNIQUE,
  name             text NOT NULL DEFAULT '',
  stage            text NOT NULL DEFAULT 'POTENTIAL',
  channel          text,
  zone             text NOT NULL,
  consent          boolean NOT NULL DEFAULT true,
  consent_at       timestamptz,
  added_at         timestamptz,
  created_at       timestamptz NOT NULL
);
COMMENT ON TABLE customer IS 'One person over all platforms; only customers writes here';
COMMENT ON COLUMN customer.id IS 'Our own id and the correlation key of all journeys';
COMMENT ON COLUMN customer.external_user_id IS 'WeCom external_userid; null while only the mall knows the person';
COMMENT ON COLUMN customer.union_id IS 'WeChat unionid, shared by WeCom and the malls; null until somebody tells';
COMMENT ON COLUMN customer.stage IS 'Funnel stage (dev.siyu.customers.Stage)';
COMMENT ON COLUMN customer.channel IS 'Source channel (渠道) of the first add';
COMMENT ON COLUMN customer.zone IS 'IANA zone the person lives in; quiet hours are counted in it';
COMMENT ON COLUMN customer.consent IS 'False once the person asked for silence';
COMMENT ON COLUMN customer.added_at IS 'First add in WeCom';
CREATE INDEX customer_stage_idx ON customer (stage);

CREATE TABLE customer_alias (
  alias       text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customer (id),
  merged_at   timestamptz NOT NULL
);
COMMENT ON TABLE customer_alias IS 'Ids of customers that became part of another one; the old id still resolves';
CREATE INDEX customer_alias_customer_idx ON customer_alias (customer_id);

CREATE TABLE customer_staff (
  customer_id   text NOT NULL REFERENCES customer (id),
  staff_user_id text NOT NULL,
  since         timestamptz NOT NULL,
  until         timestamptz,
  channel       text,
  PRIMARY KEY (customer_id, staff_user_id, since)
);
COMMENT ON TABLE customer_staff IS 'Whose WeCom contact a customer is and was';
COMMENT ON COLUMN customer_staff.until IS 'Null while the relation lasts; equal to since when only the leave reached us';
CREATE UNIQUE INDEX customer_staff_open_idx ON customer_staff (customer_id, staff_user_id) WHERE until IS NULL;

CREATE TABLE customer_stage (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customer (id),
  stage       text NOT NULL,
  at          timestamptz NOT NULL,
  reason      text NOT NULL,
  UNIQUE (customer_id, at, stage)
);
COMMENT ON TABLE customer_stage IS 'Every move in the funnel, append-only';

CREATE TABLE customer_tag (
  customer_id text NOT NULL REFERENCES customer (id),
  tag         text NOT NULL,
  since       timestamptz NOT NULL,
  PRIMARY KEY (customer_id, tag)
);
COMMENT ON TABLE customer_tag IS 'Corp tags a customer carries now, by name';
CREATE INDEX customer_tag_tag_idx ON customer_tag (tag);
