create index on trail (what, at);
