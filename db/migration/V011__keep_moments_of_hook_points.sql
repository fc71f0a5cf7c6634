-- Of the finite values of all neurons of a hook point: how many, mean and standard deviation; null until first asked for
alter table hook_point
    add column finite_values bigint,
    add column mean double precision,
    add column sd double precision;
