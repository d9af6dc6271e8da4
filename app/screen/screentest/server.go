package screentest

import (
	"context"

	"jianbao/app/connect"
	"jianbao/app/setup"
	"jianbao/storage"
)

// Servers is what the office's program knows of servers. Tried are the
// addresses that were tried and the passwords with which, one after the other.
type Servers struct {
	Refused error // what trying comes to
	Ring    bool  // whether there is a keyring
	Named   bool  // whether the present place was named for this time
	Remote  bool  // whether the work is on a server

	Tried  []string
	Kept   []string // addresses and passwords put into the keyring
	Chosen string   // the address for the next start
}

// Place implements the shell of the settings.
func (o *Office) Place(context.Context) (connect.Place, error) {
	now := setup.Told(o.words, storage.Report{Place: "memory"})
	return connect.Place{Now: now, Named: o.Servers.Named, Chosen: o.Servers.Chosen}, nil
}

// Try implements connect.Program.
func (o *Office) Try(_ context.Context, address, password string) (string, error) {
	o.Servers.Tried = append(o.Servers.Tried, address+" "+password)
	if o.Servers.Refused != nil {
		return "", o.Servers.Refused
	}
	return o.words.T("database.tried"), storage.CheckAddress(address)
}

// CanKeep implements connect.Program.
func (o *Office) CanKeep() bool { return o.Servers.Ring }

// KeepPassword implements connect.Program.
func (o *Office) KeepPassword(address, password string) error {
	o.Servers.Kept = append(o.Servers.Kept, address+" "+password)
	return nil
}

// Check implements connect.Program.
func (o *Office) Check(address string) error { return storage.CheckAddress(address) }

// Choose implements connect.Program.
func (o *Office) Choose(address string) error {
	o.Servers.Chosen = address
	return nil
}
