package doc

import "crypto/rand"

// newID returns 13 random characters (65 bits): enough that ids made on
// machines that never meet do not clash, short enough to read aloud.
func newID() string { return rand.Text()[:13] }
