-- What an account answers for besides the areas of its scope: unique names of channels, SP companies, groups, …
create table account_post (
    account_id bigint       not null references account (id) on delete cascade,
    member     varchar(512) not null,
    primary key (account_id, member)
);
