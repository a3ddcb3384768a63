-- Pexip looks at routing rules in the order of their priorities, and knows 200 of them. Where
-- customers do not share theirs, each has two rows here: written before its rules are, and
-- gone after them. No foreign key to the customer: the row is written beside the caller's
-- transaction, and would wait for ever where that one has the customer's record locked.
create table routing_priority (
	priority     int primary key check (priority between 1 and 200),
	reference    text not null,
	rule         text not null check (rule in ('trusted', 'guests')),
	allocated_at timestamptz not null,
	unique (reference, rule)
);
