create table replay_run (
  id bigint generated always as identity primary key,
  state text not null check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
  from_day date not null,
  to_day date not null,
  speed integer check (speed > 0),
  shift_weeks integer not null,
  ends_at timestamptz not null,
  errors jsonb not null default '[]',
  started_at timestamptz not null,
  ended_at timestamptz
);
comment on table replay_run is 'A replay of recorded customers and orders; the last row is the present one.';
comment on column replay_run.speed is 'Virtual seconds per real second; null = as fast as possible.';
comment on column replay_run.shift_weeks is 'Whole weeks the recorded year was moved, so that nothing lies in the past.';
comment on column replay_run.ends_at is 'The clock goes on to here after the last event, so that timers fire: end of to_day, shifted.';
comment on column replay_run.errors is 'Rows left out: [{file, line, reason}], at most 1,000.';

create table replay_event (
  key text primary key,
  run_id bigint not null references replay_run (id),
  customer text not null,
  kind text not null check (kind in ('ADD', 'REPLY', 'ORDER', 'REFUND')),
  at timestamptz not null,
  amount_cents bigint not null default 0,
  body jsonb not null,
  sent_at timestamptz
);
create index replay_event_next on replay_event (at, key) where sent_at is null;
create index replay_event_run on replay_event (run_id);
comment on table replay_event is 'What the replay tells the simulator, each with its natural id: told again, nothing happens.';
comment on column replay_event.at is 'When it happens on the product clock; fixed by the first replay that planned it.';
comment on column replay_event.body is 'The object for the simulator''s control interface.';
comment on column replay_event.sent_at is 'Product clock when the simulator had taken it; null = still to tell.';
