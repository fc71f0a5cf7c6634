create table account (
    id            uuid primary key,
    version       integer     not null,
    name          text        not null,
    role          text        not null,
    password_hash text        not null,
    failed_logins integer     not null default 0,
    locked_until  timestamptz,
    created_at    timestamptz not null,
    constraint account_role_known check (role in ('ADMIN', 'MEMBER')),
    constraint account_name_plain check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$')
);

create unique index account_name_unique on account (name);

-- Only the hash of a token is kept: who reads this table cannot use what is in it.
create table api_token (
    id           uuid primary key,
    account_id   uuid        not null references account (id) on delete cascade,
    name         text        not null,
    secret_hash  bytea       not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    constraint api_token_secret_unique unique (secret_hash)
);

create index api_token_of_account on api_token (account_id);
