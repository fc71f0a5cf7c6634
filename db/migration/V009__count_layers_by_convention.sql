-- How layers are counted: hidden_states (0 is the embeddings), module outputs, TransformerLens hooks; '' where not known
alter table hook_point add column convention text not null default '';

-- A hook point that is added to a dataset is seen once all of its vectors are there
alter table hook_point add column ready boolean not null default true;
