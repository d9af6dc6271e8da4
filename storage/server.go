package storage

import (
	"context"
	"errors"
	"strings"

	"jianbao/review"
	"jianbao/storage/postgres"
)

// Inspect connects to a server, changes nothing there and tells how it stands;
// of a file it tells only where that is, and does not open it. It returns a
// *SchemeError, or the *postgres.Problem of a connection that fails.
func Inspect(ctx context.Context, name string, options ...Option) (Report, error) {
	if scheme, _, ok := strings.Cut(name, "://"); ok && !IsServer(name) {
		return Report{}, &SchemeError{scheme}
	}
	if !IsServer(name) {
		return Report{Place: Shown(name)}, nil
	}
	found, err := postgres.Inspect(ctx, name, reaching(options)...)
	if err != nil {
		return Report{}, err
	}
	return reportOf(name, found), nil
}

// Describe is Inspect by the connection of a store that Open opened under this
// name.
func Describe(ctx context.Context, store review.Store, name string) (Report, error) {
	server, ok := store.(*postgres.Store)
	if !ok {
		return Report{Place: Shown(name)}, nil
	}
	found, err := server.About(ctx)
	if err != nil {
		return Report{}, err
	}
	return reportOf(name, found), nil
}

// Upgrade brings the schema of a server to what this program wants, which only
// its owner may, and tells from which step to which. Desks get their rights in
// what is new, where Roles was run. It returns the *postgres.Problem of what
// failed.
func Upgrade(ctx context.Context, name string, options ...Option) (from, to int, err error) {
	before, err := Inspect(ctx, name, options...)
	if err != nil {
		return 0, 0, err
	}
	store, err := Open(ctx, name, options...)
	if err != nil {
		return before.Schema, before.Schema, err
	}
	if server, ok := store.(*postgres.Store); ok && before.Rights == RightsOwner {
		err = server.Entitle(ctx)
	}
	return before.Schema, before.Newest, errors.Join(err, store.Close())
}

func reportOf(name string, a postgres.About) Report {
	r := Report{Place: Shown(name), Server: true, Host: a.Server, Database: a.Database, User: a.User, Product: a.Product,
		TLS: a.Protocol != "", Verified: a.Verified, Protocol: a.Protocol, Rights: RightsLess, Schema: a.Schema, Newest: a.Newest}
	switch {
	case a.Owner:
		r.Rights = RightsOwner
	case a.Desk:
		r.Rights = RightsDesk
	}
	return r
}

// reaching passes options on.
func reaching(options []Option) []postgres.Option {
	var r reach
	for _, option := range options {
		option(&r)
	}
	if r.password == nil {
		return nil
	}
	return []postgres.Option{postgres.WithPassword(r.password)}
}
