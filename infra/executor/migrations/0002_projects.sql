-- Whose work a run is: by this runs are listed. Null for schedules and whatever names no project.
alter table engine.runs add column project text;
update engine.runs set project = event->'data'->'project'->>'projectId' where position('\u0000' in event::text) = 0;
create index runs_by_project on engine.runs(project, id);
