-- A database that another one is being copied into has one row here until all
-- is there: nobody works in it meanwhile.

PRAGMA user_version = 7;

CREATE TABLE moving (
    id     INTEGER NOT NULL PRIMARY KEY,
    source TEXT NOT NULL -- the hash of the first event of what is copied
) STRICT;
