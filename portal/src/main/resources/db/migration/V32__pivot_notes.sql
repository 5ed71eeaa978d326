-- What its owner, or who may save it, says about a saved pivot; words with # before them are tags.
alter table saved_pivot add column note varchar(2000) not null default '';
