-- what lists look through, as one text: put together when a record changes, and not for each record whenever somebody
-- looks for something
alter table customer add column search_text text generated always as (lower(
	reference || ' ' || company || ' ' || tenant_asked || ' ' || coalesce(tenant_id::text, '') || ' '
	|| coalesce(tenant_default_domain, '') || ' ' || admin_email || ' ' || coalesce(external_reference, ''))) stored;

create index on customer (stage, requested_at desc);

create index on customer (waiting_for, requested_at desc);

create index on customer (since);

create index on customer (lower(company));
