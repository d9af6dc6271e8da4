-- Who may do what in a database of Jianbao. Run it by a superuser, in that
-- database: psql --dbname=jianbao --file=roles.sql (or any other client). It may
-- be run again at any time, before and after there are tables; everything of it
-- happens or nothing. It sets no password.
--
-- Other names than these two: change them in the next lines, nowhere else.
DO $roles$
DECLARE
    owner text := 'jianbao_owner'; -- logs in to make and upgrade the tables, and for nothing else
    desks text := 'jianbao_desk';  -- a group: GRANT it to the login of each who works at a desk
    place text := current_schema();

    -- What a desk may do with each table. Whatever stands in none of these lists
    -- is left as it is.
    look text[] := ARRAY['migrations', 'identity', 'moving'];
    keep text[] := ARRAY['texts', 'revisions', 'signoffs', 'falls', 'signatures', 'decisions', 'steps', 'events'];
    edit text[] := ARRAY['receipts', 'people', 'series', 'drafts', 'demands', 'comments', 'looks', 'ledger',
                         'dismissals', 'tallies', 'keys', 'tries'];
    free text[] := ARRAY['workings', 'items', 'sessions', 'leases'];
    item record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = owner) THEN
        EXECUTE format('CREATE ROLE %I LOGIN', owner);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = desks) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', desks);
    END IF;

    -- The database and the schema: desks come in, and make nothing there.
    IF EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = current_database() AND pg_get_userbyid(datdba) <> owner) THEN
        EXECUTE format('ALTER DATABASE %I OWNER TO %I', current_database(), owner);
    END IF;
    IF EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = place AND pg_get_userbyid(nspowner) <> owner) THEN
        EXECUTE format('ALTER SCHEMA %I OWNER TO %I', place, owner);
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, %I', current_database(), desks);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), desks);
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC, %I', place, desks);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', place, desks);

    -- Tables of later versions. By this, "jianbao database upgrade" also knows
    -- whom to give the rights below.
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT SELECT, INSERT ON TABLES TO %I', owner, place, desks);

    FOR item IN SELECT tablename AS name, tableowner FROM pg_catalog.pg_tables WHERE schemaname = place LOOP
        IF item.tableowner <> owner THEN
            EXECUTE format('ALTER TABLE %I.%I OWNER TO %I', place, item.name, owner);
        END IF;
        CONTINUE WHEN item.name <> ALL (look || keep || edit || free || ARRAY['turn']);
        EXECUTE format('REVOKE ALL ON %I.%I FROM PUBLIC, %I', place, item.name, desks);
        EXECUTE format('GRANT %s ON %I.%I TO %I', CASE
            WHEN item.name = 'turn' THEN 'SELECT, UPDATE'
            WHEN item.name = ANY (look) THEN 'SELECT'
            WHEN item.name = ANY (keep) THEN 'SELECT, INSERT'
            WHEN item.name = ANY (edit) THEN 'SELECT, INSERT, UPDATE'
            ELSE 'SELECT, INSERT, UPDATE, DELETE'
        END, place, item.name, desks);
    END LOOP;
    FOR item IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
                WHERE pronamespace = place::regnamespace AND prorettype = 'trigger'::regtype AND pg_get_userbyid(proowner) <> owner LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO %I', item.name, owner);
    END LOOP;
END
$roles$;
