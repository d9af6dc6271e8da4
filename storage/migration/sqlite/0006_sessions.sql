-- Who is at work, and who writes in which article. Both come and go, and say
-- nothing about any text: they are not numbered, and may be deleted.

PRAGMA user_version = 6;

CREATE TABLE sessions (
    id     TEXT NOT NULL PRIMARY KEY,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;

CREATE TABLE leases (
    draft   TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    article TEXT NOT NULL, -- '' for what is in no article
    record  BLOB NOT NULL,
    sum     BLOB NOT NULL,
    PRIMARY KEY (draft, article)
) STRICT;
