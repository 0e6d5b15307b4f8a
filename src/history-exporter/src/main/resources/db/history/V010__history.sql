create schema if not exists history;
comment on schema history is 'What the engine did. Written only by the exporter inside the broker, read by everybody.';

create table history.incarnation (
  incarnation bigint primary key,
  started_at  timestamptz not null
);
comment on table history.incarnation is 'One row for each life of the engine''s data. An engine that starts from empty data numbers keys and positions from the beginning again and needs a new incarnation.';
comment on column history.incarnation.started_at is 'Engine time of the first record seen.';

create table history.exporter_position (
  incarnation  bigint      not null,
  partition_id integer     not null,
  position     bigint      not null,
  updated_at   timestamptz not null,
  primary key (incarnation, partition_id)
);
comment on table history.exporter_position is 'How far each partition is exported. Compared and set in the transaction that writes the rows.';
comment on column history.exporter_position.updated_at is 'Engine time of the record at this position, not the time of writing.';

create table history.record (
  incarnation  bigint      not null,
  partition_id integer     not null,
  position     bigint      not null,
  key          bigint      not null,
  record_type  text        not null,
  value_type   text        not null,
  intent       text        not null,
  at           timestamptz not null,
  instance_key bigint,
  element_id   text,
  value        json        not null,
  primary key (incarnation, partition_id, position)
);
comment on table history.record is 'The audit: every exported engine event, append-only (a trigger refuses everything but insert). Projections can be rebuilt from it.';
comment on column history.record.at is 'Engine time (may be ahead of real time in sample mode). Order by position, not by time.';
comment on column history.record.value is 'The event as the engine writes it; json and not jsonb, so that the text stays byte for byte.';

create function history.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history.record is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;
comment on function history.refuse_change() is 'Keeps history.record append-only.';
create trigger append_only before update or delete or truncate on history.record
  for each statement execute function history.refuse_change();

create table history.quarantine (
  incarnation  bigint      not null,
  partition_id integer     not null,
  position     bigint      not null,
  key          bigint      not null,
  value_type   text        not null,
  intent       text        not null,
  at           timestamptz not null,
  reason       text        not null,
  content      text,
  primary key (incarnation, partition_id, position)
);
comment on table history.quarantine is 'Records the exporter could not store as usual. They count as exported; a person looks at each.';
comment on column history.quarantine.content is 'The record''s JSON as far as it could be read; U+0000 replaced.';

create table history.process_definition (
  key           bigint primary key,
  process_id    text        not null,
  version       integer     not null,
  resource_name text        not null,
  xml           text        not null,
  deployed_at   timestamptz not null
);
comment on table history.process_definition is 'Deployed drawings. Each partition reports the same deployment; the first one is kept.';
create index process_definition_version on history.process_definition (process_id, version desc);

create table history.process_instance (
  key            bigint primary key,
  partition_id   integer not null,
  process_id     text    not null,
  version        integer not null,
  definition_key bigint  not null,
  parent_key     bigint,
  customer_id    text,
  state          text    not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at     timestamptz not null,
  ended_at       timestamptz
) with (fillfactor = 85);
comment on table history.process_instance is 'One row for each journey run (旅程实例).';
comment on column history.process_instance.version is '0 only while the variables are known but the start is not yet exported.';
comment on column history.process_instance.customer_id is 'Value of the variable customerId at the scope of the instance.';
create index process_instance_page on history.process_instance (process_id, started_at desc, key desc);
create index process_instance_customer on history.process_instance (customer_id, started_at desc) where customer_id is not null;

create table history.element_instance (
  key            bigint primary key,
  instance_key   bigint not null,
  definition_key bigint not null,
  element_id     text   not null,
  element_type   text   not null,
  scope_key      bigint not null,
  state          text   not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at     timestamptz,
  ended_at       timestamptz
) with (fillfactor = 85);
comment on table history.element_instance is 'One row for each step an instance entered; the process itself is in process_instance.';
comment on column history.element_instance.started_at is 'Empty when the step ended before it was fully entered (for example cancelled during an input mapping incident).';
create index element_instance_of on history.element_instance (instance_key);
create index element_instance_active on history.element_instance (definition_key, element_id, instance_key) where state = 'ACTIVE';

create table history.element_counter (
  definition_key bigint  not null,
  element_id     text    not null,
  partition_id   integer not null,
  active         bigint  not null,
  completed      bigint  not null,
  terminated     bigint  not null,
  primary key (definition_key, element_id, partition_id)
) with (fillfactor = 50);
comment on table history.element_counter is 'Counts for the diagram; the row of the process id counts whole instances. One row for each partition, so that exporters never wait for each other. Open incidents are counted from history.incident.';

create table history.flow_taken (
  instance_key bigint      not null,
  flow_id      text        not null,
  at           timestamptz not null,
  times        integer     not null,
  primary key (instance_key, flow_id)
);
comment on table history.flow_taken is 'Arrows an instance passed; at is the last time.';

create table history.variable (
  scope_key    bigint      not null,
  name         text        not null,
  instance_key bigint      not null,
  value        text        not null,
  updated_at   timestamptz not null,
  primary key (scope_key, name)
) with (fillfactor = 85);
comment on table history.variable is 'Latest value of each variable, as JSON text; earlier values are in history.record.';
create index variable_of on history.variable (instance_key);

create table history.job (
  key           bigint primary key,
  instance_key  bigint      not null,
  element_id    text        not null,
  element_instance_key bigint not null,
  type          text        not null,
  state         text        not null check (state in ('CREATED', 'COMPLETED', 'FAILED', 'CANCELED', 'ERROR_THROWN')),
  retries       integer     not null,
  backoff_until timestamptz,
  error_message text,
  worker        text,
  created_at    timestamptz,
  ended_at      timestamptz
) with (fillfactor = 85);
comment on table history.job is 'Work handed to workers. CREATED = a worker may take it (now, or from backoff_until on); FAILED = no retries left, an incident is open.';
create index job_of on history.job (instance_key);
create index job_open on history.job (backoff_until) where state = 'CREATED';

create table history.incident (
  key            bigint primary key,
  instance_key   bigint      not null,
  definition_key bigint      not null,
  element_id     text        not null,
  element_instance_key bigint not null,
  job_key        bigint,
  error_type     text        not null,
  message        text        not null,
  created_at     timestamptz,
  resolved_at    timestamptz
);
comment on table history.incident is 'Where an instance is stuck until a person (or a retry) resolves it.';
create index incident_of on history.incident (instance_key);
create index incident_open on history.incident (definition_key, element_id) where resolved_at is null;

create table history.user_task (
  key          bigint primary key,
  instance_key bigint      not null,
  element_id   text        not null,
  element_instance_key bigint not null,
  state        text        not null check (state in ('CREATED', 'COMPLETED', 'CANCELED')),
  assignee     text,
  candidate_groups text[]  not null,
  candidate_users  text[]  not null,
  form_key     bigint,
  due_date     text,
  action       text,
  created_at   timestamptz,
  ended_at     timestamptz
);
comment on table history.user_task is 'Native user tasks (人工任务).';
comment on column history.user_task.due_date is 'ISO-8601 text exactly as the drawing computed it.';
create index user_task_of on history.user_task (instance_key);
create index user_task_open on history.user_task (key) where state = 'CREATED';

create table history.timer (
  key          bigint primary key,
  instance_key bigint      not null,
  element_id   text        not null,
  element_instance_key bigint not null,
  due_at       timestamptz not null,
  state        text        not null check (state in ('WAITING', 'TRIGGERED', 'CANCELED'))
) with (fillfactor = 85);
comment on table history.timer is 'What the engine waits for by time. instance_key is -1 for a timer that starts instances.';
create index timer_of on history.timer (instance_key);
create index timer_waiting on history.timer (due_at) where state = 'WAITING';

create table history.message_wait (
  element_instance_key bigint not null,
  message_name    text not null,
  instance_key    bigint not null,
  element_id      text not null,
  correlation_key text not null,
  state           text not null check (state in ('WAITING', 'CORRELATED', 'DELETED')),
  updated_at      timestamptz not null,
  primary key (element_instance_key, message_name)
) with (fillfactor = 85);
comment on table history.message_wait is 'Messages an instance waits for, or waited for.';
create index message_wait_of on history.message_wait (instance_key);

create table history.message (
  key             bigint primary key,
  name            text        not null,
  correlation_key text        not null,
  message_id      text,
  published_at    timestamptz not null
);
comment on table history.message is 'Messages the engine accepted. The outbox looks here before it publishes an ambiguous one again.';
create index message_id_of on history.message (message_id) where message_id is not null;
