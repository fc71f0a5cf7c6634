-- How layers are counted: hidden_states (0 is the embeddings), module outputs, TransformerLens hooks; '' where not known
alter table hook_point add column convention text not null default '';

-- The import that is still writing a hook point it adds to a dataset; the hook point is seen once this is null
alter table hook_point add column pending uuid;

create index hook_point_pending on hook_point (pending) where pending is not null;
