-- the steps of the way, in their order
create type step as enum ('requested', 'validated', 'approved', 'consented', 'setUp', 'live');

alter table customer
	-- how far it ever came, wherever it is now
	add column furthest step not null default 'requested',
	-- what made it end before it was live
	add column lost_because text;

-- each stay of an onboarding in a stage: the trail tells what happened, this how long one waited for it
create table stay (
	id               bigint generated always as identity primary key,
	reference        text not null references customer,
	stage            text not null,
	entered_at       timestamptz not null,
	left_at          timestamptz,
	-- how much of it was business hours, once that was counted
	business_seconds bigint
);

create unique index one_stay_at_a_time on stay (reference) where left_at is null;

-- medians are read in this order, without sorting
create index stays_by_length on stay (stage, business_seconds) include (left_at) where business_seconds is not null;

create index stays_to_count on stay (id) where left_at is not null and business_seconds is null;

-- where those are that began before
insert into stay (reference, stage, entered_at)
	select reference, stage, since from customer where stage not in ('live', 'rejected', 'closed', 'cancelled');

update customer set
	furthest = cast(case
		when stage = 'live' then 'live'
		when stage = 'confirming' or done.events @> '{setupReported}' then 'setUp'
		when stage = 'awaitingSetup' or tenant_key is not null then 'consented'
		when stage in ('awaitingConsent', 'expired', 'provisioning') or done.events @> '{requestApproved}' then 'approved'
		when stage = 'awaitingApproval' or done.events @> '{tenantValidated}' then 'validated'
		else 'requested' end as step),
	lost_because = case when stage in ('rejected', 'closed', 'cancelled') then 'unknown' end
from (select reference, array_agg(what) as events from trail group by reference) as done
where done.reference = customer.reference;
