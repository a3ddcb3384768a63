-- none: somewhere in the middle of their country
alter table customer add column time_zone text;
