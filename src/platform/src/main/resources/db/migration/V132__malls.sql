-- More malls in the inbox, and what their lists said when we compared.

ALTER TABLE inbox_event DROP CONSTRAINT inbox_event_source_check;
ALTER TABLE inbox_event ADD CONSTRAINT inbox_event_source_check
  CHECK (source IN ('WECOM', 'MALL', 'WXSTORE', 'YOUZAN'));
COMMENT ON COLUMN inbox_event.dedupe_key IS 'wecom:, wxstore: or youzan: + hex SHA-256 of the body, mall: + webhook id, or <mall>:found: + kind and id for what only the list told';
COMMENT ON COLUMN inbox_event.subject IS 'External user id (WeCom), union id (generic mall) or <mall>:<order id>; events of one subject keep their order';

CREATE TABLE mall_look (
  source       text PRIMARY KEY,
  agreed_until timestamptz,
  next_at      timestamptz,
  reason       text,
  failures     integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE mall_look IS 'Until when each mall''s list and our records agree, and when we look next';
COMMENT ON COLUMN mall_look.agreed_until IS 'Everything the mall lists before this moment is in the inbox or recorded';
COMMENT ON COLUMN mall_look.next_at IS 'Null: no look is planned';
COMMENT ON COLUMN mall_look.reason IS 'Why the next look is due: START, OUTAGE, DAILY or PERSON';

CREATE TABLE mall_look_run (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source     text NOT NULL,
  reason     text NOT NULL,
  from_at    timestamptz NOT NULL,
  until_at   timestamptz NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz,
  listed     integer NOT NULL DEFAULT 0,
  missing    integer NOT NULL DEFAULT 0,
  note       text
);
COMMENT ON TABLE mall_look_run IS 'Every look at a mall''s list: what it covered and how many we had not heard of';
COMMENT ON COLUMN mall_look_run.note IS 'Why it broke off; null: it went through';
CREATE INDEX mall_look_run_source_idx ON mall_look_run (source, id DESC);
