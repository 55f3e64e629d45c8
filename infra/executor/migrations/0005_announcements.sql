-- Only what somebody may have to act on is announced, not that a call was taken or set aside.
drop trigger jobs_announced on engine.jobs;
create trigger jobs_announced after insert or update of state on engine.jobs
  for each row when (new.state in ('ready', 'later')) execute function engine.announce();
