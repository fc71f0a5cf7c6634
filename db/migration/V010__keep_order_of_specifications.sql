-- jsonb sorts the keys of an object, but the first class of a labeling is its positive one
alter table import_job alter column spec type text using spec::text;
