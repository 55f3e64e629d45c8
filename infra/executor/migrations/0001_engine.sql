create table engine.apps(
  id text primary key,
  url text not null,
  sdk text,
  checksum text not null,
  synced_at timestamptz not null default clock_timestamp(),
  unreachable_since timestamptz
);

create table engine.fns(
  id text primary key,
  uid uuid not null unique default gen_random_uuid(),
  app_id text not null references engine.apps,
  version int not null default 1,
  cfg json not null,
  archived_at timestamptz
);

create table engine.triggers(
  fn_id text not null references engine.fns on delete cascade,
  ord int not null,
  pattern text not null,
  expr text,
  primary key(fn_id, ord)
);
create index triggers_by_pattern on engine.triggers(pattern);

-- fire_at is the scheduled minute, next_at the same with jitter added.
create table engine.crons(
  fn_id text not null references engine.fns on delete cascade,
  expr text not null,
  jitter_ms int not null default 0,
  fire_at timestamptz not null,
  next_at timestamptz not null,
  last_at timestamptz,
  primary key(fn_id, expr)
);
create index crons_due on engine.crons(next_at);

create table engine.events(
  iid text collate "C" primary key,
  ext_id text,
  name text not null,
  body json not null,
  received_at timestamptz not null default clock_timestamp()
);
create index events_by_age on engine.events(received_at);

create table engine.runs(
  id text collate "C" primary key,
  fn_id text not null references engine.fns,
  fn_version int not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'completed', 'failed', 'cancelled', 'skipped')),
  event json not null,
  event_iid text not null,
  quiet boolean not null default false,
  req_version int not null default -1,
  max_attempts int not null,
  ord bigint not null,
  corr text unique,
  singleton_key text,
  slot_keys json,
  finish_ms bigint,
  state_bytes bigint not null default 0,
  note text,
  output json,
  error json,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  ended_at timestamptz
);
create index runs_by_fn on engine.runs(fn_id, id);
create index runs_by_event on engine.runs(event_iid);
create index runs_ended on engine.runs(ended_at) where ended_at is not null;
create unique index runs_one_per_singleton on engine.runs(singleton_key) where ended_at is null;

create table engine.idem(key text primary key, run_id text not null, expires_at timestamptz not null);
create index idem_by_age on engine.idem(expires_at);

-- A step without a memo is planned, sleeping or waiting. seq is the order of completion.
create sequence engine.step_seq;
create table engine.steps(
  run_id text collate "C" not null references engine.runs on delete cascade,
  step_id text not null,
  name text,
  op text not null,
  race boolean not null default false,
  seq bigint,
  memo json,
  planned_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key(run_id, step_id)
);

create function engine.keep_memo() returns trigger language plpgsql as $$
begin
  raise exception 'the outcome of step % of run % is final', old.step_id, old.run_id;
end $$;
create trigger memo_is_final before update of memo on engine.steps
  for each row when (old.memo is not null) execute function engine.keep_memo();

create table engine.attempts(
  run_id text collate "C" not null references engine.runs on delete cascade,
  id bigint generated always as identity,
  job_id bigint not null,
  gen int not null,
  step_id text,
  attempt int not null,
  http_status int,
  error json,
  began_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key(run_id, id)
);
create unique index attempts_by_job on engine.attempts(job_id, gen);

-- later: due at run_at. ready: to be claimed in the order of ord. held: a discovery behind one in flight.
-- blocked: behind the full concurrency key blocked_on. leased: in flight until locked_until.
create table engine.jobs(
  id bigint generated always as identity primary key,
  run_id text collate "C" not null references engine.runs on delete cascade,
  kind text not null
    check (kind in ('call', 'sleep', 'timeout', 'invoke', 'deliver', 'start_timeout', 'finish_timeout')),
  step_id text,
  dedupe text not null unique,
  state text not null check (state in ('later', 'ready', 'held', 'blocked', 'leased')),
  run_at timestamptz not null default clock_timestamp(),
  ord bigint not null,
  attempt int not null default 0,
  max_attempts int not null default 1,
  idle int not null default 0,
  gen int not null default 0,
  lost int not null default 0,
  refused int not null default 0,
  refused_since timestamptz,
  blocked_on text,
  locked_by text,
  locked_until timestamptz,
  payload json
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
create index jobs_ready on engine.jobs(ord, id) where state = 'ready';
create index jobs_calls_later on engine.jobs(run_at) where state = 'later' and kind = 'call';
create index jobs_timers on engine.jobs(run_at) where kind <> 'call';
create index jobs_leased on engine.jobs(locked_until) where state = 'leased';
create index jobs_blocked on engine.jobs(blocked_on, ord, id) where state = 'blocked';
create index jobs_refused on engine.jobs(run_at) where state = 'later' and refused > 0;
create index jobs_by_run on engine.jobs(run_id);

-- step_id is the step's hash, or c0, c1, … for the entries of cancelOn.
create table engine.waits(
  run_id text collate "C" not null references engine.runs on delete cascade,
  kind text not null check (kind in ('event', 'cancel', 'invoke')),
  step_id text not null,
  name text not null,
  expr text,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key(run_id, kind, step_id)
);
create index waits_by_name on engine.waits(name, kind);

-- Calls in flight per concurrency key.
create table engine.slots(
  scope_key text not null,
  job_id bigint not null references engine.jobs on delete cascade,
  primary key(scope_key, job_id)
);
create index slots_by_job on engine.slots(job_id);

-- The lock is the claimers': none of them can be about to set a call aside for want of the slot that is freed here.
create function engine.unblock() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4831208, hashtext(old.scope_key));
  update engine.jobs set state = 'ready', blocked_on = null
  where id = (select id from engine.jobs where state = 'blocked' and blocked_on = old.scope_key
              order by ord, id limit 1 for update skip locked);
  return null;
end $$;
create trigger slot_freed after delete on engine.slots for each row execute function engine.unblock();

-- Theoretical arrival times of the rate limits.
create table engine.gates(key text primary key, tat timestamptz not null);

-- The last event of each debounced key.
create table engine.buffers(
  key text primary key,
  fn_id text not null references engine.fns on delete cascade,
  event json not null,
  event_iid text not null,
  first_at timestamptz not null,
  due_at timestamptz not null
);
create index buffers_due on engine.buffers(due_at);

create function engine.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('engine_jobs', current_setting('application_name'));
  return null;
end $$;
create trigger jobs_announced after insert or update of state on engine.jobs
  for each statement execute function engine.announce();

-- One line about what a run is waiting for.
create function engine.why(wanted text) returns text language sql stable as $$
  select case
    when r.ended_at is not null then r.status
    else coalesce(
      (select 'unreachable: the app has not answered since ' || to_char(a.unreachable_since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         from engine.fns f join engine.apps a on a.id = f.app_id
        where f.id = r.fn_id and a.unreachable_since is not null
          and exists (select 1 from engine.jobs j where j.run_id = r.id and j.kind = 'call' and j.refused > 0)),
      (select 'executing ' || coalesce('step ' || coalesce(s.name, j.step_id), 'the function') || ', attempt ' || j.attempt + 1
         from engine.jobs j left join engine.steps s on s.run_id = j.run_id and s.step_id = j.step_id
        where j.run_id = r.id and j.kind = 'call' and j.state = 'leased' order by j.id limit 1),
      (select case j.state
                when 'blocked' then 'queued behind concurrency key ' || j.blocked_on
                when 'ready' then 'queued: ' || (select count(*) from engine.jobs o where o.state = 'ready' and (o.ord, o.id) < (j.ord, j.id)) || ' calls go first'
                else 'attempt ' || j.attempt + 1 || ' is due at ' || to_char(j.run_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
         from engine.jobs j where j.run_id = r.id and j.kind = 'call' and j.state <> 'held' order by j.run_at limit 1),
      (select 'waiting for ' || case w.kind when 'event' then 'event ' || w.name else 'function ' || w.name end
              || ' until ' || to_char(w.expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         from engine.waits w where w.run_id = r.id and w.kind <> 'cancel' order by w.expires_at limit 1),
      (select 'sleeping until ' || to_char(j.run_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         from engine.jobs j where j.run_id = r.id and j.kind = 'sleep' order by j.run_at limit 1),
      'nothing is planned for this run')
  end
  from engine.runs r where r.id = wanted
$$;
