-- What proofreading remembers: the office's registers, findings that were
-- dismissed, what became of the findings of each rule, and which sentences were
-- stepped through.

PRAGMA user_version = 2;

CREATE TABLE items (
    n      INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;

CREATE TABLE dismissals (
    n      INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    id     TEXT NOT NULL,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (series, id)
) STRICT;

CREATE TABLE tallies (
    n      INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    rule   TEXT NOT NULL,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL,
    UNIQUE (series, rule)
) STRICT;

CREATE TABLE steps (
    n      INTEGER PRIMARY KEY,
    draft  TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;
CREATE INDEX steps_draft ON steps (draft, n);

-- A dismissal is taken back, a step followed by another one; neither goes.

CREATE TRIGGER dismissals_delete BEFORE DELETE ON dismissals
BEGIN SELECT RAISE(ABORT, 'a dismissal is taken back, not deleted'); END;

CREATE TRIGGER steps_update BEFORE UPDATE ON steps
BEGIN SELECT RAISE(ABORT, 'a step never changes'); END;
CREATE TRIGGER steps_delete BEFORE DELETE ON steps
BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;
