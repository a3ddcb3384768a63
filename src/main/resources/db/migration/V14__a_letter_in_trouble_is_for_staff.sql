-- "left": staff decided that it is not sent any more
alter table letter drop constraint letter_state_check;

alter table letter add constraint letter_state_check check
	(state in ('queued', 'sending', 'accepted', 'deferred', 'refused', 'unknown', 'withdrawn', 'left'));

create index letters_in_trouble on letter (reference) where state in ('refused', 'unknown');

-- no reminder before this moment
alter table customer add column reminders_rest_until timestamptz;
