-- The scores of all neurons of a hook point under a labeling, and how far their computing has come
create table screening (
    dataset_id   uuid        not null,
    labeling_id  uuid        not null,
    hook_point   integer     not null,
    state        text        not null,
    neurons      integer     not null,
    done         integer     not null default 0,
    problem      text        not null default '',
    -- The permuted labels, which are a job of their own
    null_state   text        not null,
    null_done    integer     not null default 0,
    -- Counts how often it began anew: what was read of an earlier run is not mixed with a later one
    run          integer     not null default 0,
    requested_at timestamptz not null,
    finished_at  timestamptz,
    constraint screening_pk primary key (dataset_id, labeling_id, hook_point),
    constraint screening_labeling foreign key (dataset_id, labeling_id)
        references labeling (dataset_id, id) on delete cascade,
    constraint screening_hook_point foreign key (dataset_id, hook_point)
        references hook_point (dataset_id, id) on delete cascade,
    constraint screening_state_known check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    constraint screening_null_state_known check (null_state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'))
);

-- One column of scores for a part of the neurons, in the order of their numbers: doubles, little-endian, NaN where a
-- score is not defined. Not compressed: slices of it are read.
create table neuron_profile (
    dataset_id  uuid     not null,
    labeling_id uuid     not null,
    hook_point  integer  not null,
    part        integer  not null,
    split       text     not null,
    -- The class that is held against the others; -1 for what is said of all classes together
    class_index smallint not null,
    score       text     not null,
    payload     bytea    not null,
    constraint neuron_profile_pk primary key (dataset_id, labeling_id, hook_point, part, split, class_index, score),
    constraint neuron_profile_screening foreign key (dataset_id, labeling_id, hook_point)
        references screening (dataset_id, labeling_id, hook_point) on delete cascade,
    constraint neuron_profile_split_known check (split in ('ALL', 'DISCOVERY', 'HELD_OUT'))
);

alter table neuron_profile alter column payload set storage external;

-- What permuted labels give: the greatest |AUROC - 0.5| of each permutation, and counts of all of them in equal bins
create table screening_null (
    dataset_id  uuid               not null,
    labeling_id uuid               not null,
    hook_point  integer            not null,
    split       text               not null,
    class_index smallint           not null,
    maxima      double precision[] not null,
    auroc       bigint[]           not null,
    spearman    bigint[]           not null,
    constraint screening_null_pk primary key (dataset_id, labeling_id, hook_point, split, class_index),
    constraint screening_null_screening foreign key (dataset_id, labeling_id, hook_point)
        references screening (dataset_id, labeling_id, hook_point) on delete cascade
);

-- The cuts of outlier types that somebody chose for a dataset; the default ones where there is no row
create table outlier_cuts (
    dataset_id uuid  primary key references dataset (id) on delete cascade,
    cuts       jsonb not null
);
