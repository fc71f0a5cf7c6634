create table shared_thing (
    kind       text not null,
    id         uuid not null,
    owner_id   uuid not null references account (id),
    visibility text not null,
    constraint shared_thing_pk primary key (kind, id),
    constraint shared_thing_kind_known check (kind in ('DATASET', 'PROJECT')),
    constraint shared_thing_visibility_known check (visibility in ('PRIVATE', 'TEAM'))
);

create index shared_thing_of_owner on shared_thing (owner_id);

create table share_link (
    id          uuid primary key,
    kind        text        not null,
    thing_id    uuid        not null,
    secret_hash bytea       not null,
    created_by  uuid        not null references account (id),
    created_at  timestamptz not null,
    expires_at  timestamptz,
    constraint share_link_secret_unique unique (secret_hash),
    constraint share_link_thing foreign key (kind, thing_id) references shared_thing (kind, id) on delete cascade
);

create index share_link_of_thing on share_link (kind, thing_id);
