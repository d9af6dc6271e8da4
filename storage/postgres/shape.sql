-- What stands in a database, one line each: tables and how they are kept,
-- columns, indexes, foreign keys, and the triggers with their functions. It is
-- read from the catalogue, which everybody may read.
SELECT 'table ' || relname || ' ' || relpersistence::text || CASE WHEN relrowsecurity THEN ' filtered' ELSE '' END
FROM pg_catalog.pg_class
WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
UNION ALL
SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN '' ELSE ' or none' END
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'index ' || replace(pg_get_indexdef(i.indexrelid), current_schema() || '.', '') || CASE WHEN i.indisvalid THEN '' ELSE ' broken' END
FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace = current_schema()::regnamespace
UNION ALL
SELECT 'constraint ' || conname || ' ' || replace(pg_get_constraintdef(oid), current_schema() || '.', '')
FROM pg_catalog.pg_constraint
WHERE connamespace = current_schema()::regnamespace AND contype = 'f'
UNION ALL
SELECT 'trigger ' || t.tgname || ' ' || t.tgenabled::text || ' ' || replace(pg_get_triggerdef(t.oid), current_schema() || '.', '')
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT 'function ' || proname || ' ' || regexp_replace(prosrc, '\s+', ' ', 'g')
FROM pg_catalog.pg_proc
WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype
UNION ALL
SELECT 'rule ' || rulename || ' ' || tablename
FROM pg_catalog.pg_rules
WHERE schemaname = current_schema()
