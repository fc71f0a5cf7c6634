create table import_job (
    id               uuid primary key,
    version          integer     not null,
    state            text        not null,
    files            jsonb       not null,
    spec             jsonb,
    report           jsonb,
    problem          jsonb,
    done             bigint      not null default 0,
    total            bigint      not null default 0,
    cancel_requested boolean     not null default false,
    dataset_id       uuid,
    created_by       uuid        not null references account (id),
    created_at       timestamptz not null,
    finished_at      timestamptz,
    constraint import_job_state_known
        check (state in ('DRAFT', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'))
);

create index import_job_of_account on import_job (created_by, created_at);

-- The table of db-scheduler, as its documentation gives it
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
