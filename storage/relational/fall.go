package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

// fallsTable keeps which sign-offs fell, so that nobody needs the right to
// change a sign-off. Older databases also say it in the sign-off's own record.
var fallsTable = table[record.Fallen]{
	name:     "falls",
	numbered: true,
	columns:  []string{"draft", "signoff"},
	values:   func(f record.Fallen) []any { return []any{string(f.Draft), string(f.SignOff)} },
	codec:    record.Fall,
	draft:    func(f record.Fallen) review.DraftID { return f.Draft },
}
