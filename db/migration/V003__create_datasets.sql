create table dataset (
    id          uuid primary key,
    version     integer     not null,
    name        text        not null,
    model       text        not null,
    description text        not null,
    state       text        not null,
    samples     integer     not null,
    columns     jsonb       not null,
    bytes       bigint      not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    constraint dataset_state_known check (state in ('IMPORTING', 'READY'))
);

create table sample (
    dataset_id  uuid    not null references dataset (id) on delete cascade,
    ordinal     integer not null,
    external_id text,
    text        text,
    attributes  jsonb   not null,
    constraint sample_pk primary key (dataset_id, ordinal)
);

create table hook_point (
    dataset_id   uuid    not null references dataset (id) on delete cascade,
    id           integer not null,
    site         text    not null,
    layer        integer,
    token        text    not null,
    dtype        text    not null,
    neuron_count integer not null,
    -- Indices in the model where only some neurons were recorded; null: all from 0
    neurons      integer[],
    nan          bigint  not null default 0,
    infinite     bigint  not null default 0,
    constraint hook_point_pk primary key (dataset_id, id),
    constraint hook_point_unique unique nulls not distinct (dataset_id, site, layer, token)
);

create table labeling (
    dataset_id uuid        not null references dataset (id) on delete cascade,
    id         uuid        not null,
    name       text        not null,
    rule       jsonb       not null,
    classes    jsonb       not null,
    -- One byte a sample: the class from 0, or 255 where the sample is left out
    codes      bytea       not null,
    created_at timestamptz not null,
    constraint labeling_pk primary key (dataset_id, id),
    constraint labeling_name_unique unique (dataset_id, name)
);

alter table labeling alter column codes set storage external;

-- One row a neuron; the payload is little-endian, one value a sample. Not compressed: floats hardly
-- shrink, and decompressing costs more than the reading.
create table activation_vector (
    dataset_id uuid    not null,
    hook_point integer not null,
    neuron     integer not null,
    dtype      text    not null,
    crc32c     integer not null,
    payload    bytea   not null,
    constraint activation_vector_pk primary key (dataset_id, hook_point, neuron),
    constraint activation_vector_hook_point foreign key (dataset_id, hook_point)
        references hook_point (dataset_id, id) on delete cascade
);

alter table activation_vector alter column payload set storage external;
