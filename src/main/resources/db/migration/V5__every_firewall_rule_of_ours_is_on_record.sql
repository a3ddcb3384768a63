-- A row is written before the rule is, and closed after the rule is gone: no rule of ours
-- can be forgotten. No foreign key to the customer: the row is written beside the caller's
-- transaction, and would wait for ever where that one has the customer's record locked.
create table firewall_rule (
	id             bigint generated always as identity primary key,
	reference      text not null,
	security_group text not null,
	priority       int not null,
	allocated_at   timestamptz not null,
	opened_at      timestamptz,
	closed_at      timestamptz
);

create unique index one_open_firewall_rule_per_onboarding on firewall_rule (reference)
	where closed_at is null;

create unique index one_open_firewall_rule_per_priority on firewall_rule (security_group, priority)
	where closed_at is null;

create index on firewall_rule (reference, id);
