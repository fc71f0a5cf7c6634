-- Null for rows whose neurons were typed
alter table project_row add column chosen jsonb;
