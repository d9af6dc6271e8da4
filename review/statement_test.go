package review_test

import (
	"bytes"
	"errors"
	"testing"

	"jianbao/review"
)

// TestStatementIsReadAsWrittenOrNotAtAll holds the canonical form: another
// order, another spacing or another field is no statement.
func TestStatementIsReadAsWrittenOrNotAtAll(t *testing.T) {
	s := review.Statement{Format: review.StatementFormat, Name: "王<敏>", Comment: "同意\n急", Counter: 9}
	message := s.Encode()
	if got, err := review.ParseStatement(message); err != nil || got != s {
		t.Fatalf("got %+v, %v", got, err)
	}
	for name, other := range map[string][]byte{
		"spaced":       bytes.Replace(message, []byte(":"), []byte(": "), 1),
		"two values":   append(bytes.Clone(message), message...),
		"escaped":      bytes.Replace(message, []byte("<"), []byte(`\u003c`), 1),
		"other field":  bytes.Replace(message, []byte("{"), []byte(`{"more":1,`), 1),
		"other format": bytes.Replace(message, []byte("signoff/1"), []byte("signoff/2"), 1),
		"cut":          message[:len(message)-1],
	} {
		if _, err := review.ParseStatement(other); !errors.Is(err, review.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzStatement checks that what is read is what was written, byte for byte.
func FuzzStatement(f *testing.F) {
	f.Add(review.Statement{Format: review.StatementFormat, Name: "王敏"}.Encode())
	f.Fuzz(func(t *testing.T, message []byte) {
		if s, err := review.ParseStatement(message); err == nil && !bytes.Equal(s.Encode(), message) {
			t.Errorf("%q came back as %q", message, s.Encode())
		}
	})
}
