package storage

// Rights is what a login may do with a database.
type Rights string

// The rights there are.
const (
	RightsOwner Rights = "owner" // whatever there is, the schema too
	RightsDesk  Rights = "desk"  // what a desk needs
	RightsLess  Rights = "less"  // not even that
)

// Report is how the place where the work is kept stands.
type Report struct {
	Place  string // as it may be shown
	Server bool   // what follows is known of servers only

	Host     string // that of several which answered
	Database string
	User     string
	Product  string // and its version
	TLS      bool
	Verified bool   // the server's certificate was checked, its name too
	Protocol string // "TLS 1.3"; "" without
	Rights   Rights
	Schema   int // how many steps its schema has taken; below 0 where the login may not look
	Newest   int // how many this program knows
}

// Fit reports whether a desk can work there.
func (r Report) Fit() bool {
	return !r.Server || r.Rights != RightsLess && r.Schema == r.Newest
}
