alter table customer
	-- what the script found and did in the customer's tenant, and when it last gave somebody the policy
	add column setup_result jsonb,
	add column policy_set_at timestamptz;

-- each run of the script counts once, however often it is reported
create table script_run (
	reference   text not null references customer,
	run         text not null,
	reported_at timestamptz not null,
	primary key (reference, run)
);
