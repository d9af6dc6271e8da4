package storage

import "jianbao/storage/postgres"

// The names of the roles on a server, unless an office wants others.
const (
	OwnerRole = postgres.OwnerRole
	DeskRole  = postgres.DeskRole
)

// Roles returns the statements that set up who may do what on a server, for its
// administrator to run: see postgres.Roles.
func Roles(owner, desk string) (string, error) { return postgres.Roles(owner, desk) }
