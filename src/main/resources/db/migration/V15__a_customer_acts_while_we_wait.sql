alter table customer
	-- the address that the firewall lets in, until when, and whether the customer asked for it to be let in again
	add column opened_address text,
	add column window_until timestamptz,
	add column window_wished boolean not null default false,
	-- another address to let in, and how often the customer changed it without asking us
	add column address_wished text,
	add column address_changes int not null default 0,
	-- whether an expired onboarding is to go on
	add column renewal_wished boolean not null default false,
	-- the colleague who is to take over
	add column successor_name text,
	add column successor_email text,
	add column successor_approved boolean not null default false,
	-- what the customer was told to be wrong with the consent, when, and how often in this stage
	add column consent_told text,
	add column consent_told_at timestamptz,
	add column consent_troubles int not null default 0;

-- who was the administrator before
alter table letter drop constraint letter_addressee_check;

alter table letter add constraint letter_addressee_check check
	(addressee in ('administrator', 'contact', 'manager', 'former'));
