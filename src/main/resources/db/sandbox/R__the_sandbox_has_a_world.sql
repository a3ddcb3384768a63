-- runs again whenever it changes, and has no number: the house's own migrations go on counting past it
-- the sandbox's world is kept in a schema of its own, so that it survives restarts and is shared by all nodes
create schema if not exists sandbox;

-- tenants, firewall rules, operations, Pexip objects: each as the simulated service describes it
create table if not exists sandbox.thing (
	kind   text    not null,
	id     text    not null,
	body   jsonb   not null,
	seeded boolean not null default false,
	primary key (kind, id)
);

create index if not exists thing_body on sandbox.thing using gin (body jsonb_path_ops);

-- ids of Pexip objects
create sequence if not exists sandbox.number;

create table if not exists sandbox.letter (
	id         bigint      generated always as identity primary key,
	arrived_at timestamptz not null,
	letter     jsonb       not null,
	raw        bytea       not null
);

create table if not exists sandbox.fault (
	id     bigint generated always as identity primary key,
	target text   not null,
	times  int    not null,
	fault  jsonb  not null
);

-- how many calls it was about so far
alter table sandbox.fault add column if not exists calls int not null default 0;

-- everything that was sent to the simulated services
create table if not exists sandbox.journal (
	id     bigint      generated always as identity primary key,
	at     timestamptz not null,
	target text        not null,
	method text        not null,
	path   text        not null,
	body   text        not null,
	status int,
	fault  text
);
