-- what was sent under a key: sent again, it gets the first answer again
create table submission (
	caller     text not null,
	key        text not null,
	body_hash  text not null,
	answer     jsonb,
	created_at timestamptz not null,
	primary key (caller, key)
);

create index on submission (created_at);

-- how much may still be asked for, by whom (as a keyed hash); shared by all nodes
create table request_limit (
	key        text primary key,
	state      bytea,
	expires_at bigint
);

create index on request_limit (expires_at);
