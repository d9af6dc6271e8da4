package review

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"jianbao/editor/doc"
)

// Signature (签名) is the proof of a sign-off: a message that says what was
// signed, and the signature of exactly these bytes. Each message names the
// record before it, so that none can be taken out from between.
type Signature struct {
	SignOff SignOffID
	Draft   DraftID
	Key     KeyID
	Public  PublicKey // the half that checks it, as it was when signed
	Message []byte    // a Statement, as it was signed
	Value   []byte
}

// Bytes is what the next signature names and what the event chain records: the
// message followed by the signature.
func (s Signature) Bytes() []byte { return slices.Concat(s.Message, s.Value) }

// StatementFormat is the format of the statements written now.
const StatementFormat = "jianbao.signoff/1"

// DecisionSign is the decision that a sign-off states. Send-backs and all else
// stand in the event chain, whose head every signature covers.
const DecisionSign = "同意"

// Statement is what a signer puts his name to.
type Statement struct {
	Format   string    `json:"format"`
	Suite    Suite     `json:"suite"`
	SignOff  SignOffID `json:"signoff"`
	Series   SeriesID  `json:"series"`
	Draft    DraftID   `json:"draft"`
	Number   string    `json:"number"` // the one it would draw when signed; "" if none
	Revision int       `json:"revision"`
	Text     doc.Hash  `json:"text"`     // 校验码: all that prints, but for the number
	Content  doc.Hash  `json:"content"`  // of the stored revision whole, by the hash of the suite
	File     string    `json:"file"`     // SHA-256 of the file last exported from this text; "" if none
	Compared doc.Hash  `json:"compared"` // 校验码 of what it was compared with; "" if nothing
	Nature   Nature    `json:"nature"`   // of what lies between; "" if nothing
	Round    int       `json:"round"`
	Step     int       `json:"step"`
	Role     Role      `json:"role"`
	Decision string    `json:"decision"`
	Comment  string    `json:"comment"`
	Override string    `json:"override"`
	Errors   string    `json:"errors"`
	SameHand string    `json:"samehand"`
	Person   PersonID  `json:"person"`
	Name     string    `json:"name"`
	Key      doc.Hash  `json:"key"` // fingerprint of the public key
	At       string    `json:"at"`  // RFC 3339, UTC, to the millisecond
	Counter  int64     `json:"counter"`
	Events   doc.Hash  `json:"events"`   // head of the event chain before this sign-off
	Previous doc.Hash  `json:"previous"` // of the signature before, by the hash of the suite; "" for the first
	Program  string    `json:"program"`
}

// Encode returns the bytes that are signed: one line of JSON, every field in
// the order above.
func (s Statement) Encode() []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic("review: a statement is always encodable: " + err.Error())
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// ParseStatement reads what Encode wrote, byte for byte, and returns ErrDamaged
// for anything else.
func ParseStatement(message []byte) (Statement, error) {
	var s Statement
	dec := json.NewDecoder(bytes.NewReader(message))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return Statement{}, fmt.Errorf("%w: statement: %v", ErrDamaged, err)
	}
	if s.Format != StatementFormat || !bytes.Equal(s.Encode(), message) {
		return Statement{}, fmt.Errorf("%w: statement %q", ErrDamaged, s.Format)
	}
	return s, nil
}

// of returns s with all that a sign-off says.
func (s Statement) of(o SignOff) Statement {
	s.SignOff, s.Draft, s.Round, s.Step, s.Role = o.ID, o.Draft, o.Round, o.Step, o.Role
	s.Person, s.Name, s.Revision, s.Text, s.Compared = o.Person, o.Name, o.Revision, o.TextHash, o.Compared
	s.Comment, s.Override, s.Errors, s.SameHand = o.Comment, o.Override, o.Errors, o.SameHand
	s.Nature, s.Format, s.Decision = o.Nature, StatementFormat, DecisionSign
	s.At = o.At.UTC().Truncate(time.Millisecond).Format("2006-01-02T15:04:05.000Z07:00")
	return s
}
