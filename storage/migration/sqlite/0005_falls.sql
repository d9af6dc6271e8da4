-- That a sign-off fell is a row of its own: sign-offs themselves never change.
-- Those whose own record says that they fell stay as they are.

PRAGMA user_version = 5;

CREATE TABLE falls (
    n       INTEGER PRIMARY KEY,
    draft   TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    signoff TEXT NOT NULL,
    record  BLOB NOT NULL,
    sum     BLOB NOT NULL,
    UNIQUE (draft, signoff),
    FOREIGN KEY (draft, signoff) REFERENCES signoffs (draft, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

DROP TRIGGER signoffs_update;
CREATE TRIGGER signoffs_update BEFORE UPDATE ON signoffs
BEGIN SELECT RAISE(ABORT, 'a sign-off never changes'); END;

CREATE TRIGGER falls_update BEFORE UPDATE ON falls
BEGIN SELECT RAISE(ABORT, 'a fall never changes'); END;
CREATE TRIGGER falls_delete BEFORE DELETE ON falls
BEGIN SELECT RAISE(ABORT, 'a sign-off that fell does not rise'); END;
