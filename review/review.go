// Package review owns what is decided about a bulletin: drafts on their way,
// immutable revisions, comments, demands, sign-offs, the number ledgers and the
// event chain, and the one table of who may do what when. It does not know how
// text is edited, compared or shown, nor how any of this is stored: a store is
// whatever satisfies Store and passes storage/storetest.
//
// Window and command line are two faces of Desk; a rule that Desk does not
// enforce does not exist.
package review

import (
	"crypto/rand"
	"strings"
)

// newID returns 10 random lower-case characters (50 bits), short enough to be
// typed on a command line.
func newID() string { return strings.ToLower(rand.Text()[:10]) }
