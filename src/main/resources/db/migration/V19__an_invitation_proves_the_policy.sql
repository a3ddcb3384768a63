-- what a meeting invitation of the customer showed; nothing of its text
alter table customer add column invitation_proof jsonb;
