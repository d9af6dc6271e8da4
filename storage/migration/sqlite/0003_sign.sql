-- Signatures of sign-offs, the keys they are made with, and how often PINs were
-- given wrongly. Sign-offs that were recorded before have no signature.

PRAGMA user_version = 3;

CREATE TABLE keys (
    n      INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    ended  TEXT NOT NULL, -- '' while the key is in use
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;
CREATE INDEX keys_person ON keys (person, n);

CREATE TABLE signatures (
    n       INTEGER PRIMARY KEY,
    draft   TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
    signoff TEXT NOT NULL,
    record  BLOB NOT NULL,
    sum     BLOB NOT NULL,
    UNIQUE (draft, signoff)
) STRICT;

CREATE TABLE tries (
    n      INTEGER PRIMARY KEY,
    person TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL,
    sum    BLOB NOT NULL
) STRICT;

-- Old signatures stay valid: neither they nor the keys that check them go.

CREATE TRIGGER keys_update BEFORE UPDATE ON keys
WHEN old.ended <> '' OR new.n <> old.n OR new.id <> old.id OR new.person <> old.person
BEGIN SELECT RAISE(ABORT, 'a key that ended never changes'); END;
CREATE TRIGGER keys_delete BEFORE DELETE ON keys
BEGIN SELECT RAISE(ABORT, 'a key is never deleted'); END;

CREATE TRIGGER signatures_update BEFORE UPDATE ON signatures
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER signatures_delete BEFORE DELETE ON signatures
BEGIN SELECT RAISE(ABORT, 'a signature is never deleted'); END;
