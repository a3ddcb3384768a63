-- what is to be sent, to whom and how it went. Neither a letter's text nor a usable link lies here: letters are
-- rendered when they are sent, and the id of a link is useless without its signature
create table letter (
	id              bigint generated always as identity primary key,
	-- the same letter of the same round to the same person: once
	key             text not null unique,
	reference       text not null references customer,
	kind            text not null,
	addressee       text not null check (addressee in ('administrator', 'contact', 'manager')),
	recipient       text not null,
	link            text,
	message_id      text not null unique,
	state           text not null check
		(state in ('queued', 'sending', 'accepted', 'deferred', 'refused', 'unknown', 'withdrawn')),
	server_words    text,
	attempts        int not null default 0,
	written_at      timestamptz not null,
	next_attempt_at timestamptz not null,
	claimed_at      timestamptz,
	settled_at      timestamptz
);

create index letters_to_send on letter (next_attempt_at, id) where state in ('queued', 'deferred');

create index letters_being_sent on letter (claimed_at) where state = 'sending';

create index on letter (reference, id);
