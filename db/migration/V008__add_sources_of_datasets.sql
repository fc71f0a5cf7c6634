-- The files a dataset was made of: name, bytes, and SHA-256 in hexadecimal, by which a file is known again.
alter table dataset add column sources jsonb not null default '[]';

create index dataset_of_source on dataset using gin (sources jsonb_path_ops);
