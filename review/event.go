package review

import (
	"encoding/json"
	"time"

	"jianbao/editor/doc"
)

// Event is one link of the chain that records everything done. Each holds the
// hash of the one before, so none can be changed, removed or put in between
// without every later hash changing.
type Event struct {
	Seq    int64 // 1, 2, 3 … without gaps
	At     time.Time
	Actor  PersonID
	Draft  DraftID // "" for people, series, ledger openings
	Action Action
	Detail map[string]string
	Prev   doc.Hash
	Hash   doc.Hash
}

// Seal returns e as the successor of last (the zero Event before the first).
func (e Event) Seal(last Event) Event {
	e.Seq, e.Prev = last.Seq+1, last.Hash
	e.At = e.At.UTC().Truncate(time.Millisecond)
	e.Hash = e.digest()
	return e
}

// Follows reports whether e is an intact successor of last.
func (e Event) Follows(last Event) bool {
	return e.Seq == last.Seq+1 && e.Prev == last.Hash && e.Hash == e.digest()
}

// digest hashes every field but Hash, as a JSON array: one form for one event,
// since encoding/json writes map keys in order.
func (e Event) digest() doc.Hash {
	at := e.At.UTC().Format(time.RFC3339Nano)
	data, err := json.Marshal([]any{e.Seq, at, e.Actor, e.Draft, e.Action, e.Detail, e.Prev})
	if err != nil {
		panic("review: an event is always encodable: " + err.Error())
	}
	return doc.HashOf(data)
}
