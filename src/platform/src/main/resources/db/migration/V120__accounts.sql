CREATE TABLE account (
  user_id        text PRIMARY KEY CHECK (length(user_id) BETWEEN 1 AND 64),
  name           text NOT NULL,
  opened_at      timestamptz NOT NULL,
  status         text NOT NULL CHECK (status IN ('ACTIVE', 'RESTING', 'BANNED', 'LEFT')),
  reason         text NOT NULL,
  since          timestamptz NOT NULL,
  rest_until     timestamptz CHECK (rest_until IS NULL OR status = 'RESTING'),
  weight         integer NOT NULL CHECK (weight BETWEEN 1 AND 100),
  hours_from     time NOT NULL,
  hours_until    time NOT NULL,
  daily_capacity integer NOT NULL CHECK (daily_capacity BETWEEN 1 AND 10000),
  zone           text
);
COMMENT ON TABLE account IS 'Staff accounts (员工账号) that face customers; only accounts writes here';
COMMENT ON COLUMN account.user_id IS 'WeCom user id';
COMMENT ON COLUMN account.opened_at IS 'Begin of the account''s life at WeCom; its age sets the warm-up limit';
COMMENT ON COLUMN account.status IS 'A young ACTIVE account shows as WARMING';
COMMENT ON COLUMN account.reason IS 'Why it has this status, for people';
COMMENT ON COLUMN account.rest_until IS 'When a resting account comes back by itself; null: when somebody says so';
COMMENT ON COLUMN account.weight IS 'Share of the adds against the other accounts';
COMMENT ON COLUMN account.hours_from IS 'Begin of service in the shop''s zone; the same as hours_until: the whole day';
COMMENT ON COLUMN account.daily_capacity IS 'Adds a day once it is warm';
COMMENT ON COLUMN account.zone IS 'IANA zone it works in; customers of that zone go to it first at a hand-over';

CREATE TABLE account_event (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL,
  at      timestamptz NOT NULL,
  what    text NOT NULL,
  who     text NOT NULL,
  note    text NOT NULL
);
COMMENT ON TABLE account_event IS 'Every decision about an account, append-only';
COMMENT ON COLUMN account_event.what IS 'OPENED, CHANGED, or the status it got';
COMMENT ON COLUMN account_event.who IS 'Login name, or wecom or siyu';
CREATE INDEX account_event_user ON account_event (user_id, at);

CREATE TABLE account_fact (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL,
  day     date NOT NULL,
  kind    text NOT NULL CHECK (kind IN ('ADD', 'LOST', 'COMPLAINT')),
  at      timestamptz NOT NULL,
  note    text
);
COMMENT ON TABLE account_fact IS 'What happened to accounts lately, one row each: adds in a burst must not wait for one counter. Summed up into account_day when the day is over';
COMMENT ON COLUMN account_fact.day IS 'Day of the shop';
CREATE INDEX account_fact_day ON account_fact (day);

CREATE TABLE account_day (
  user_id    text NOT NULL,
  day        date NOT NULL,
  adds       integer NOT NULL DEFAULT 0,
  lost       integer NOT NULL DEFAULT 0,
  complaints integer NOT NULL DEFAULT 0,
  PRIMARY KEY (user_id, day)
);
COMMENT ON TABLE account_day IS 'Sums of account_fact of days that are over';
COMMENT ON COLUMN account_day.lost IS 'Customers who deleted the account';
CREATE INDEX account_day_day ON account_day (day);

CREATE INDEX account_rest ON account (rest_until) WHERE rest_until IS NOT NULL;
