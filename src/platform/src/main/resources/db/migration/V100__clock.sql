create table clock_setting (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('SAMPLE', 'LIVE')),
  offset_millis bigint not null default 0 check (offset_millis >= 0),
  target timestamptz,
  speed integer check (speed > 0),
  updated_at timestamptz not null,
  check (mode = 'SAMPLE' or offset_millis = 0)
);
comment on table clock_setting is 'The one clock: how far it runs ahead of real time, and where it is being moved to. One row.';
comment on column clock_setting.mode is 'What this database has been used for since it was made; a live start refuses a SAMPLE database.';
comment on column clock_setting.offset_millis is 'Milliseconds ahead of real time; only ever grows.';
comment on column clock_setting.target is 'The clock is on its way to this moment; null when it just runs. Survives a restart.';
comment on column clock_setting.speed is 'Virtual seconds per real second on the way; null = as fast as possible.';
