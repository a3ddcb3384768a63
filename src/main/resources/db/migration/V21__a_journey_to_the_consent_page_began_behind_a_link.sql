-- whoever comes back is led to the room only if its link is still the one with which they left
alter table consent_state add column link text;
