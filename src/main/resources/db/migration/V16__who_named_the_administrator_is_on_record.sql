-- the administrator before, who named the colleague that took over
alter table customer add column named_by text;
