-- why somebody let an onboarding go on without a step that failed
create table skipped_step (
	id        bigint generated always as identity primary key,
	reference text not null references customer,
	step      text not null,
	failure   text not null,
	reason    text not null,
	actor     text not null,
	at        timestamptz not null
);

create index on skipped_step (reference, id);
