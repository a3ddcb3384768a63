create table customer (
	reference              text primary key,
	company                text not null,
	tenant_asked           text not null,
	tenant_id              uuid,
	tenant_name            text,
	tenant_default_domain  text,
	email_domain_in_tenant boolean,
	country                text,
	language               text not null,
	admin_name             text not null,
	admin_email            text not null,
	admin_address          text not null,
	contact_email          text,
	external_reference     text,
	stage                  text not null,
	waiting_for            text not null,
	since                  timestamptz not null,
	requested_at           timestamptz not null,
	-- set once, by the process that was started for this record
	started_at             timestamptz,
	link                   text not null unique,
	question               text,
	answer                 text,
	reason                 text,
	consent                jsonb,
	consent_returned_at    timestamptz,
	consent_return_error   text,
	consent_return_tenant  uuid,
	tenant_key             text unique,
	instruction_uri        text,
	trusted_application_id text,
	setup_reported_at      timestamptz,
	reminders_sent         int not null default 0,
	-- whatever arrives from outside is counted here before the process is woken; what the
	-- process has considered is counted beside it, so that no wake-up is lost
	facts_recorded         int not null default 0,
	facts_considered       int not null default 0
);

create unique index one_open_or_live_onboarding_per_tenant on customer (tenant_id)
	where stage not in ('rejected', 'closed', 'cancelled');

create unique index one_open_or_live_onboarding_per_tenant_as_asked on customer (tenant_asked)
	where stage not in ('rejected', 'closed', 'cancelled');

create index on customer (requested_at desc);

create index facts_that_wait on customer (reference) where facts_recorded > facts_considered;

create table trail (
	id        bigint generated always as identity primary key,
	reference text not null references customer,
	at        timestamptz not null,
	actor     text not null,
	what      text not null,
	details   jsonb not null default '{}'
);

create index on trail (reference, id);

create function trail_is_append_only() returns trigger language plpgsql as $$
begin
	raise exception 'The trail is append-only';
end $$;

create trigger trail_is_append_only before update or delete on trail
	for each row execute function trail_is_append_only();

-- the "state" of a journey to Microsoft's consent page: only its hash, used once, short-lived
create table consent_state (
	hash       text primary key,
	reference  text not null references customer,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	used_at    timestamptz
);
