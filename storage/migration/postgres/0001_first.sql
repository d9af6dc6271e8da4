-- Every record is stored as JSON with its SHA-256 beside it. The other columns
-- repeat what the record says, for finding and ordering; they are compared with
-- it on every read. Which SQL this keeps to is docs/adr/0019.

-- The one row that every writing transaction changes first: whoever holds it has
-- the turn. See docs/adr/0020.
CREATE TABLE turn (
    id bigint NOT NULL PRIMARY KEY,
    n  bigint NOT NULL
);
INSERT INTO turn (id, n) VALUES (1, 0);

-- The number of the last transaction that each program committed.
CREATE TABLE receipts (
    session text   NOT NULL PRIMARY KEY,
    n       bigint NOT NULL
);

-- What tells this database from every other one; filled in by whoever makes it.
CREATE TABLE identity (
    id    bigint NOT NULL PRIMARY KEY,
    value text   NOT NULL
);

-- A database that another one is being copied into has one row here until all
-- is there: nobody works in it meanwhile. Desks only read it.
CREATE TABLE moving (
    id     bigint NOT NULL PRIMARY KEY,
    source text   NOT NULL -- the hash of the first event of what is copied
);

CREATE TABLE people (
    n      bigint NOT NULL PRIMARY KEY,
    id     text   NOT NULL UNIQUE,
    joined bigint NOT NULL, -- milliseconds since 1970, UTC
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);

CREATE TABLE series (
    n      bigint NOT NULL PRIMARY KEY,
    id     text   NOT NULL UNIQUE,
    name   text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);

CREATE TABLE drafts (
    n       bigint NOT NULL PRIMARY KEY,
    id      text   NOT NULL UNIQUE,
    series  text   NOT NULL,
    state   text   NOT NULL,
    updated bigint NOT NULL, -- milliseconds since 1970, UTC
    version bigint NOT NULL,
    record  bytea  NOT NULL,
    sum     bytea  NOT NULL
);
CREATE INDEX drafts_updated ON drafts (updated DESC, n DESC);

-- What belongs to a draft names it without a foreign key: within a transaction
-- the draft may come last, and constraints that wait for its end are not known
-- everywhere. The program looks before it commits.

-- A text is stored once, under the SHA-256 of its bytes.
CREATE TABLE texts (
    hash text  NOT NULL PRIMARY KEY,
    body bytea NOT NULL
);

CREATE TABLE revisions (
    draft  text   NOT NULL,
    seq    bigint NOT NULL,
    hash   text   NOT NULL REFERENCES texts (hash),
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    PRIMARY KEY (draft, seq)
);
CREATE INDEX revisions_hash ON revisions (hash);

CREATE TABLE workings (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    person text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (draft, person)
);

CREATE TABLE signoffs (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    id     text   NOT NULL,
    fell   text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (draft, id)
);

CREATE TABLE falls (
    n       bigint NOT NULL PRIMARY KEY,
    draft   text   NOT NULL,
    signoff text   NOT NULL,
    record  bytea  NOT NULL,
    sum     bytea  NOT NULL,
    UNIQUE (draft, signoff),
    FOREIGN KEY (draft, signoff) REFERENCES signoffs (draft, id)
);

CREATE TABLE demands (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    id     text   NOT NULL,
    number bigint NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (draft, id)
);

CREATE TABLE comments (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    id     text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (draft, id)
);

CREATE TABLE decisions (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);
CREATE INDEX decisions_draft ON decisions (draft, n);

CREATE TABLE looks (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    person text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (draft, person)
);

CREATE TABLE ledger (
    n      bigint NOT NULL PRIMARY KEY,
    series text   NOT NULL,
    kind   text   NOT NULL,
    draft  text   NOT NULL, -- '' for an opening row
    year   bigint NOT NULL,
    label  text   NOT NULL,
    issue  bigint NOT NULL,
    total  bigint NOT NULL, -- 0 for an issue that takes no running number
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);
CREATE UNIQUE INDEX ledger_issue ON ledger (series, year, label, issue) WHERE kind NOT IN ('opening', 'gap', 'double');
CREATE UNIQUE INDEX ledger_total ON ledger (series, total) WHERE kind NOT IN ('opening', 'gap', 'double') AND total <> 0;
CREATE INDEX ledger_explained ON ledger (series) WHERE kind IN ('opening', 'gap', 'double');

CREATE TABLE events (
    seq    bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL, -- '' for people, series, ledger openings
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);
CREATE INDEX events_draft ON events (draft, seq);

-- What proofreading remembers.

CREATE TABLE items (
    n      bigint NOT NULL PRIMARY KEY,
    id     text   NOT NULL UNIQUE,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);

CREATE TABLE dismissals (
    n      bigint NOT NULL PRIMARY KEY,
    series text   NOT NULL,
    id     text   NOT NULL,
    draft  text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (series, id)
);

CREATE TABLE tallies (
    n      bigint NOT NULL PRIMARY KEY,
    series text   NOT NULL,
    rule   text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL,
    UNIQUE (series, rule)
);

CREATE TABLE steps (
    n      bigint NOT NULL PRIMARY KEY,
    draft  text   NOT NULL,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);
CREATE INDEX steps_draft ON steps (draft, n);

-- Signatures of sign-offs, the keys they are made with, and how often PINs were
-- given wrongly.

CREATE TABLE keys (
    n      bigint NOT NULL PRIMARY KEY,
    id     text   NOT NULL UNIQUE,
    person text   NOT NULL,
    ended  text   NOT NULL, -- '' while the key is in use
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);
CREATE INDEX keys_person ON keys (person, n);

CREATE TABLE signatures (
    n       bigint NOT NULL PRIMARY KEY,
    draft   text   NOT NULL,
    signoff text   NOT NULL,
    record  bytea  NOT NULL,
    sum     bytea  NOT NULL,
    UNIQUE (draft, signoff)
);

CREATE TABLE tries (
    n      bigint NOT NULL PRIMARY KEY,
    person text   NOT NULL UNIQUE,
    record bytea  NOT NULL,
    sum    bytea  NOT NULL
);

-- Who is at work, and who writes in which article. Both come and go.

CREATE TABLE sessions (
    id     text  NOT NULL PRIMARY KEY,
    record bytea NOT NULL,
    sum    bytea NOT NULL
);

CREATE TABLE leases (
    draft   text  NOT NULL,
    article text  NOT NULL, -- '' for what is in no article
    record  bytea NOT NULL,
    sum     bytea NOT NULL,
    PRIMARY KEY (draft, article)
);

-- What was written for good stays, whoever asks and with whatever program.

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;

CREATE TRIGGER texts_update BEFORE UPDATE ON texts FOR EACH ROW
EXECUTE PROCEDURE refuse('a text never changes');
CREATE TRIGGER texts_delete BEFORE DELETE ON texts FOR EACH ROW
EXECUTE PROCEDURE refuse('a text is never deleted');

CREATE TRIGGER revisions_update BEFORE UPDATE ON revisions FOR EACH ROW
EXECUTE PROCEDURE refuse('a revision never changes');
CREATE TRIGGER revisions_delete BEFORE DELETE ON revisions FOR EACH ROW
EXECUTE PROCEDURE refuse('a revision is never deleted');

CREATE TRIGGER events_update BEFORE UPDATE ON events FOR EACH ROW
EXECUTE PROCEDURE refuse('an event never changes');
CREATE TRIGGER events_delete BEFORE DELETE ON events FOR EACH ROW
EXECUTE PROCEDURE refuse('an event is never deleted');

CREATE TRIGGER signoffs_update BEFORE UPDATE ON signoffs FOR EACH ROW
EXECUTE PROCEDURE refuse('a sign-off never changes');
CREATE TRIGGER signoffs_delete BEFORE DELETE ON signoffs FOR EACH ROW
EXECUTE PROCEDURE refuse('a sign-off is never deleted');

CREATE TRIGGER falls_update BEFORE UPDATE ON falls FOR EACH ROW
EXECUTE PROCEDURE refuse('a fall never changes');
CREATE TRIGGER falls_delete BEFORE DELETE ON falls FOR EACH ROW
EXECUTE PROCEDURE refuse('a sign-off that fell does not rise');

CREATE TRIGGER ledger_update BEFORE UPDATE ON ledger FOR EACH ROW
WHEN (old.kind <> 'issue' OR new.kind <> 'void' OR new.n <> old.n OR new.series <> old.series OR new.draft <> old.draft
    OR new.year <> old.year OR new.label <> old.label OR new.issue <> old.issue OR new.total <> old.total)
EXECUTE PROCEDURE refuse('a ledger row can only become void');
CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger FOR EACH ROW
EXECUTE PROCEDURE refuse('a ledger row is never deleted');

CREATE TRIGGER people_delete BEFORE DELETE ON people FOR EACH ROW
EXECUTE PROCEDURE refuse('people stay in the records');

CREATE TRIGGER drafts_delete BEFORE DELETE ON drafts FOR EACH ROW
EXECUTE PROCEDURE refuse('a draft is withdrawn or voided, not deleted');

CREATE TRIGGER dismissals_delete BEFORE DELETE ON dismissals FOR EACH ROW
EXECUTE PROCEDURE refuse('a dismissal is taken back, not deleted');

CREATE TRIGGER steps_update BEFORE UPDATE ON steps FOR EACH ROW
EXECUTE PROCEDURE refuse('a step never changes');
CREATE TRIGGER steps_delete BEFORE DELETE ON steps FOR EACH ROW
EXECUTE PROCEDURE refuse('a step is never deleted');

CREATE TRIGGER keys_update BEFORE UPDATE ON keys FOR EACH ROW
WHEN (old.ended <> '' OR new.n <> old.n OR new.id <> old.id OR new.person <> old.person)
EXECUTE PROCEDURE refuse('a key that ended never changes');
CREATE TRIGGER keys_delete BEFORE DELETE ON keys FOR EACH ROW
EXECUTE PROCEDURE refuse('a key is never deleted');

CREATE TRIGGER signatures_update BEFORE UPDATE ON signatures FOR EACH ROW
EXECUTE PROCEDURE refuse('a signature never changes');
CREATE TRIGGER signatures_delete BEFORE DELETE ON signatures FOR EACH ROW
EXECUTE PROCEDURE refuse('a signature is never deleted');
