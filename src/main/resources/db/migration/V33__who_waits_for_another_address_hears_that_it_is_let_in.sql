-- staff allowed another address, and the customer, who is not at our page any more, is to hear when it is let in
alter table customer add column opening_to_tell boolean not null default false;
