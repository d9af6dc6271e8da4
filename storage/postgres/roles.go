package postgres

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"
)

// The names of the roles, unless an office wants others.
const (
	OwnerRole = "jianbao_owner" // owns the tables
	DeskRole  = "jianbao_desk"  // the group of those who work at desks
)

//go:embed roles.sql
var rolesScript string

// ErrRole says that a name cannot be that of a role.
var ErrRole = errors.New("postgres: not a name for a role")

// longestName is how many bytes of a name PostgreSQL keeps.
const longestName = 63

// Roles returns the statements by which an administrator sets up who may do
// what in a database: owner owns it and upgrades it, desk is the group of those
// who work in it, with the least rights. It returns ErrRole for names that
// cannot be used, or are the same.
func Roles(owner, desk string) (string, error) {
	for _, name := range []string{owner, desk} {
		if name == "" || len(name) > longestName || strings.ContainsAny(name, "$\x00\n") || strings.HasPrefix(name, "pg_") {
			return "", fmt.Errorf("%w: %q", ErrRole, name)
		}
	}
	if owner == desk {
		return "", fmt.Errorf("%w: %q for both", ErrRole, owner)
	}
	return strings.NewReplacer(literal(OwnerRole), literal(owner), literal(DeskRole), literal(desk)).Replace(rolesScript), nil
}

// literal is a text as it stands in a statement.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// groupsOf lists who was named as a group of desks when the roles were set up:
// whoever may write to each new table of an owner.
const groupsOf = `SELECT DISTINCT pg_get_userbyid(d.defaclrole), pg_get_userbyid(a.grantee)
    FROM pg_catalog.pg_default_acl d, aclexplode(d.defaclacl) a
    WHERE d.defaclnamespace = current_schema()::regnamespace AND d.defaclobjtype = 'r' AND a.privilege_type = 'INSERT'
      AND a.grantee <> 0 AND a.grantee <> d.defaclrole`

// Entitle gives the desks the rights that they need in the tables that this
// program knows, where roles were set up as Roles says. Only the owner may. On
// engines other than PostgreSQL it does nothing.
func (s *Store) Entitle(ctx context.Context) (err error) {
	defer because(ctx, &err)
	if !s.proper {
		return nil
	}
	scripts, err := s.entitlements(ctx)
	for _, script := range scripts {
		if err == nil {
			_, err = s.db.ExecContext(ctx, script)
		}
	}
	if err != nil {
		return s.place.told(err)
	}
	return nil
}

// entitlements returns what is to be run for each group of desks.
func (s *Store) entitlements(ctx context.Context) (scripts []string, err error) {
	rows, err := s.db.QueryContext(ctx, groupsOf)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var owner, desk string
		if err := rows.Scan(&owner, &desk); err != nil {
			return nil, err
		}
		script, err := Roles(owner, desk)
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, script)
	}
	return scripts, rows.Err()
}
