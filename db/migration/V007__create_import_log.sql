-- What happened in an import, for whoever looks at it later. Lines of one instant keep their order by number.
create table import_log (
    import_id uuid        not null references import_job (id) on delete cascade,
    number    bigint generated always as identity,
    at        timestamptz not null,
    level     text        not null,
    line      text        not null,
    constraint import_log_pk primary key (import_id, number),
    constraint import_log_level_known check (level in ('INFO', 'WARNING', 'ERROR'))
);

alter table import_job add column started_at timestamptz;

create index import_job_of_dataset on import_job (dataset_id);
create index import_job_by_time on import_job (created_at desc, id);
