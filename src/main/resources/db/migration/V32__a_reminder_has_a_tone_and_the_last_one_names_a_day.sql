-- letters are rendered when they are sent: how a reminder speaks is decided when it is written
alter table letter
	add column tone text not null default 'plain' check (tone in ('friendly', 'helpful', 'plain', 'last')),
	-- where the customer is, the day on which something else follows than another reminder
	add column day date,
	add constraint letter_last_names_a_day check (tone <> 'last' or day is not null);
