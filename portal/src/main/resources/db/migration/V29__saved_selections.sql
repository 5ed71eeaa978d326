-- Choices of members that people keep under a name. Written in the SQL that H2 and PostgreSQL share.
create table saved_selection (
    account_id bigint       not null references account (id) on delete cascade,
    hierarchy  varchar(400) not null,               -- unique name; the same hierarchy in other cubes shares them
    name       varchar(200) not null,
    picked     text         not null,               -- one a line, as links write them
    excluded   text         not null,               -- likewise
    primary key (account_id, hierarchy, name)
);
