-- The ledger of the time before the program: numbers that no issue bears (gap)
-- and numbers borne twice (double) are explained by rows that use none up.

PRAGMA user_version = 4;

DROP INDEX ledger_issue;
DROP INDEX ledger_opening;
DROP INDEX ledger_total;
CREATE UNIQUE INDEX ledger_issue ON ledger (series, year, label, issue) WHERE kind NOT IN ('opening', 'gap', 'double');
CREATE UNIQUE INDEX ledger_total ON ledger (series, total) WHERE kind NOT IN ('opening', 'gap', 'double') AND total <> 0;
CREATE INDEX ledger_explained ON ledger (series) WHERE kind IN ('opening', 'gap', 'double');
