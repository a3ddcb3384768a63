alter table customer add key_wish text;
