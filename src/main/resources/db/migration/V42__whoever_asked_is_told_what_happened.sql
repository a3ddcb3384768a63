-- what happened and was not yet handed on to those who asked for it. Written with the event itself, so that neither
-- a node that dies nor one that is late makes anybody miss it
create table news (
	event bigint primary key references trail
);

create function trail_is_news() returns trigger language plpgsql as $$
begin
	insert into news (event) values (new.id);
	return new;
end $$;

create trigger trail_is_news after insert on trail
	for each row execute function trail_is_news();

-- who is told of which event, and how that goes
create table notice (
	id              bigint generated always as identity primary key,
	-- webhook:crm, person:sam
	recipient       text not null,
	event           bigint not null references trail,
	state           text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
	attempts        int not null default 0,
	next_attempt_at timestamptz not null,
	settled_at      timestamptz,
	-- what the other side said, or what kept us from asking
	answer          text,
	unique (recipient, event)
);

create index notices_to_give on notice (next_attempt_at, id) where state = 'waiting';

create index notices_of on notice (recipient, state);

create index notices_to_forget on notice (settled_at) where state = 'delivered';

-- how often somebody of our staff wants to be written to, and of what
create table digest (
	person  text primary key,
	rhythm  text not null check (rhythm in ('never', 'hourly', 'daily')),
	topics  text[] not null,
	next_at timestamptz not null
);

create index on trail (at);
