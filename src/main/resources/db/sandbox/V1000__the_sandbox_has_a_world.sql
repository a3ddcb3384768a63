-- the sandbox's world is kept in its own schema
create schema sandbox;
