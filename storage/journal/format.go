package journal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// A file is a line with what it is and the SHA-256 of all that follows, a line
// with whose it is, and the text in its canonical form.
const magic = "jianbao journal 1 "

// header is the second line of a file.
type header struct {
	Draft   review.DraftID  `json:"draft"`
	Person  review.PersonID `json:"person"`
	Base    int             `json:"base"`
	Writing string          `json:"writing"`
	Edit    int             `json:"edit"`
	At      time.Time       `json:"at"`
	Follows []doc.Hash      `json:"follows,omitempty"`
}

func encode(e Entry) ([]byte, error) {
	text, err := doc.Encode(e.Text)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	head, err := json.Marshal(header{e.Draft, e.Person, e.Base, e.Writing, e.Edit, e.At.UTC(), e.Follows})
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	content := bytes.Join([][]byte{head, text}, []byte("\n"))
	return append([]byte(magic+string(doc.HashOf(content))+"\n"), content...), nil
}

// decode reads a file. It returns review.ErrDamaged for one that is not what was
// written.
func decode(data []byte) (Entry, error) {
	first, content, _ := bytes.Cut(data, []byte("\n"))
	sum, ours := strings.CutPrefix(string(first), magic)
	if !ours || doc.Hash(sum) != doc.HashOf(content) {
		return Entry{}, fmt.Errorf("journal: %w: its sum", review.ErrDamaged)
	}
	line, text, _ := bytes.Cut(content, []byte("\n"))
	var h header
	if err := json.Unmarshal(line, &h); err != nil {
		return Entry{}, fmt.Errorf("journal: %w: %w", review.ErrDamaged, err)
	}
	b, err := doc.Decode(text)
	if err != nil {
		return Entry{}, fmt.Errorf("journal: %w: %w", review.ErrDamaged, err)
	}
	return Entry{h.Draft, h.Person, h.Base, h.Writing, h.Edit, h.At, b, h.Follows}, nil
}
