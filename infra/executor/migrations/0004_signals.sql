-- A signal has one wait. One that another run has taken over stays until its timeout, and no signal ends it.
alter table engine.waits drop constraint waits_kind_check;
alter table engine.waits add constraint waits_kind_check check (kind in ('event', 'cancel', 'invoke', 'signal', 'replaced'));
create unique index waits_one_per_signal on engine.waits(name) where kind = 'signal';

create function engine.utc(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

-- One line about what a run is waiting for, and what went wrong before a repetition.
create or replace function engine.why(wanted text) returns text language sql stable as $$
  select case
    when r.ended_at is not null then r.status
    else coalesce(
      (select 'unreachable: the app has not answered since ' || engine.utc(a.unreachable_since)
         from engine.fns f join engine.apps a on a.id = f.app_id
        where f.id = r.fn_id and a.unreachable_since is not null
          and exists (select 1 from engine.jobs j where j.run_id = r.id and j.kind = 'call' and j.refused > 0)),
      (select 'executing ' || coalesce('step ' || coalesce(s.name, j.step_id), 'the function') || ', attempt ' || j.attempt + 1
         from engine.jobs j left join engine.steps s on s.run_id = j.run_id and s.step_id = j.step_id
        where j.run_id = r.id and j.kind = 'call' and j.state = 'leased' order by j.id limit 1),
      (select case
                when j.state = 'blocked' then 'queued behind concurrency key ' || j.blocked_on
                when j.state = 'ready' then 'queued: ' || (select count(*) from engine.jobs o where o.state = 'ready' and (o.ord, o.id) < (j.ord, j.id)) || ' calls go first'
                when r.status = 'queued' and j.attempt = 0 then 'starts at ' || engine.utc(j.run_at)
                else 'attempt ' || j.attempt + 1 || ' is due at ' || engine.utc(j.run_at) || coalesce(
                  (select ' after ' || left(a.error->>'name', 80) || ': ' || left(a.error->>'message', 200) from engine.attempts a
                    where a.run_id = r.id and a.job_id = j.id and a.error is not null and position('\u0000' in a.error::text) = 0
                    order by a.id desc limit 1), '') end
         from engine.jobs j where j.run_id = r.id and j.kind = 'call' and j.state <> 'held' order by j.run_at limit 1),
      (select 'waiting for ' || case w.kind
                when 'event' then 'event ' || w.name
                when 'signal' then 'signal ' || w.name
                when 'replaced' then 'signal ' || w.name || ', which another run has taken over,'
                else 'function ' || w.name end
              || ' until ' || engine.utc(w.expires_at)
         from engine.waits w where w.run_id = r.id and w.kind <> 'cancel' order by w.expires_at limit 1),
      (select 'sleeping until ' || engine.utc(j.run_at)
         from engine.jobs j where j.run_id = r.id and j.kind = 'sleep' order by j.run_at limit 1),
      'nothing is planned for this run')
  end
  from engine.runs r where r.id = wanted
$$;
