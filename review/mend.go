package review

import (
	"strings"
	"time"

	"jianbao/editor/doc"
)

// RecordMend records in the transaction that did it that damaged texts were put
// right with what a backup held under their hashes.
func RecordMend(tx Tx, at time.Time, who PersonID, texts []doc.Hash, from string) error {
	short := make([]string, len(texts))
	for i, hash := range texts {
		short[i] = string(hash)
	}
	return record(tx, Event{At: at, Actor: who, Action: ActMend, Detail: map[string]string{"texts": strings.Join(short, " "), "from": from}})
}
