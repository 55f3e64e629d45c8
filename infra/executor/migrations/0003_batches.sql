-- All events of a run that was started by several, a list in canonical form; null when there is only the one.
alter table engine.runs add column batch json;

-- Events that are collected for a function and key; each is kept in engine.events.
create table engine.batches(
  key text primary key,
  fn_id text not null references engine.fns on delete cascade,
  iids text[] not null,
  due_at timestamptz not null
);
create index batches_due on engine.batches(due_at);
