create table project (
    id          uuid primary key,
    version     integer     not null,
    name        text        not null,
    description text        not null,
    settings    jsonb       not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    changed_by  text        not null
);

-- A row outlives the dataset it shows: the grid then says so in its place, and nothing typed is lost.
create table project_row (
    project_id  uuid      not null references project (id) on delete cascade,
    position    integer   not null,
    dataset_id  uuid      not null,
    labeling_id uuid      not null,
    hook_point  integer   not null,
    label       text      not null,
    neurons     integer[] not null,
    constraint project_row_pk primary key (project_id, position)
);

create index project_row_of_dataset on project_row (dataset_id);
