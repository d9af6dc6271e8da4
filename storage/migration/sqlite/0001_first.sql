-- Every record is stored as JSON with its SHA-256 beside it. The other columns
-- repeat what the record says, for finding and ordering; they are compared with
-- it on every read.

PRAGMA user_version = 1;

CREATE TABLE people (
    n      INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    joined INTEGER NOT NULL, -- milliseconds since 1970, UTC
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;

CREATE TABLE series (
    n      INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;

CREATE TABLE drafts (
    n       INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    series  TEXT NOT NULL,
    state   TEXT NOT NULL,
    updated INTEGER NOT NULL, -- milliseconds since 1970, UTC
    version INTEGER NOT NULL,
    record  BLOB NOT NULL,
    sum     BLOB NOT NULL
) STRICT;
CREATE INDEX drafts_updated ON drafts (updated DESC, n DESC);

-- A text is stored once, under the SHA-256 of its bytes.
CREATE TABLE texts (
    hash TEXT PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE revisions (
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    seq    INTEGER NOT NULL,
    hash   TEXT NOT NULL REFERENCES texts (hash),
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    PRIMARY KEY (draft, seq)
) STRICT;
CREATE INDEX revisions_hash ON revisions (hash);

CREATE TABLE workings (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (draft, person)
) STRICT;

CREATE TABLE signoffs (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    id     TEXT NOT NULL,
    fell   TEXT NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (draft, id)
) STRICT;

CREATE TABLE demands (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    id     TEXT NOT NULL,
    number INTEGER NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (draft, id)
) STRICT;

CREATE TABLE comments (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    id     TEXT NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (draft, id)
) STRICT;

CREATE TABLE decisions (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;
CREATE INDEX decisions_draft ON decisions (draft, n);

CREATE TABLE looks (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (draft, person)
) STRICT;

CREATE TABLE ledger (
    n      INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    kind   TEXT NOT NULL,
    draft  TEXT NOT NULL, -- '' for an opening row
    year   INTEGER NOT NULL,
    label  TEXT NOT NULL,
    issue  INTEGER NOT NULL,
    total  INTEGER NOT NULL, -- 0 for an issue that takes no running number
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX ledger_issue ON ledger (series, year, label, issue) WHERE kind <> 'opening';
CREATE INDEX ledger_opening ON ledger (series) WHERE kind = 'opening';
CREATE UNIQUE INDEX ledger_total ON ledger (series, total) WHERE kind <> 'opening' AND total <> 0;

CREATE TABLE events (
    seq    INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL, -- '' for people, series, ledger openings
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;
CREATE INDEX events_draft ON events (draft, seq);

-- What was written for good stays, whoever asks and with whatever program.

CREATE TRIGGER texts_update BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'a text never changes'); END;
CREATE TRIGGER texts_delete BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'a text is never deleted'); END;

CREATE TRIGGER revisions_update BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revisions_delete BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

CREATE TRIGGER events_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
CREATE TRIGGER events_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

CREATE TRIGGER signoffs_update BEFORE UPDATE ON signoffs
WHEN old.fell <> '' OR new.fell = '' OR new.n <> old.n OR new.draft <> old.draft OR new.id <> old.id
BEGIN SELECT RAISE(ABORT, 'a sign-off can only fall, and only once'); END;
CREATE TRIGGER signoffs_delete BEFORE DELETE ON signoffs
BEGIN SELECT RAISE(ABORT, 'a sign-off is never deleted'); END;

CREATE TRIGGER ledger_update BEFORE UPDATE ON ledger
WHEN old.kind <> 'issue' OR new.kind <> 'void' OR new.n <> old.n OR new.series <> old.series OR new.draft <> old.draft
    OR new.year <> old.year OR new.label <> old.label OR new.issue <> old.issue OR new.total <> old.total
BEGIN SELECT RAISE(ABORT, 'a ledger row can only become void'); END;
CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'a ledger row is never deleted'); END;

CREATE TRIGGER people_delete BEFORE DELETE ON people
BEGIN SELECT RAISE(ABORT, 'people stay in the records'); END;
CREATE TRIGGER drafts_delete BEFORE DELETE ON drafts
BEGIN SELECT RAISE(ABORT, 'a draft is withdrawn or voided, not deleted'); END;
