-- A key stays its customer's for ever, also when it is withdrawn or turned out to be taken
-- on the platform: old meeting invitations still show it. No foreign key to the customer:
-- the row is written beside the caller's transaction, and would wait for ever where that
-- one has the customer's record locked.
create table tenant_key (
	alias        text primary key,
	domain       text not null,
	reference    text not null,
	reserved_at  timestamptz not null,
	given_up_at  timestamptz,
	withdrawn_at timestamptz
);

create unique index one_tenant_key_per_onboarding on tenant_key (reference)
	where given_up_at is null;
