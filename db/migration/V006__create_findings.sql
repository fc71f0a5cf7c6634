create table finding (
    id         uuid primary key,
    version    integer     not null,
    dataset_id uuid        not null references dataset (id) on delete cascade,
    hook_point integer     not null,
    neuron     integer     not null,
    type       text        not null,
    tag        text        not null,
    title      text        not null,
    body       text        not null,
    author_id  uuid        not null references account (id),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint finding_type_known check (type in ('OUTLIER', 'SEPARATING', 'BIMODAL', 'DEAD', 'QUESTION', 'OTHER')),
    constraint finding_tag_where_other check ((type = 'OTHER') = (tag <> ''))
);

create index finding_of_neuron on finding (dataset_id, hook_point, neuron);
