package record_test

import (
	"errors"
	"testing"

	"jianbao/review"
	"jianbao/storage/record"
)

func TestDecodeRefusesWhatEncodeDidNotWrite(t *testing.T) {
	good, err := record.Comment.Encode(review.Comment{ID: "c1", Text: "批注"})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"nothing":       "",
		"cut":           string(good[:len(good)-1]),
		"another field": `{"id":"c1","more":1}`,
		"another type":  `{"id":1}`,
		"two values":    string(good) + string(good),
		"no such time":  `{"at":"2022-02-30T00:00:00Z"}`,
	} {
		if _, err := record.Comment.Decode([]byte(data)); !errors.Is(err, review.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := record.Working.Decode([]byte(`{"text":{}}`)); !errors.Is(err, review.ErrDamaged) {
		t.Errorf("a copy without a text: %v", err)
	}
}

// TestRecordsOfTheFirstVersion reads what was written before there were rules of
// a series and reasons for errors.
func TestRecordsOfTheFirstVersion(t *testing.T) {
	s, err := record.Series.Decode([]byte(`{"id":"s1","name":"简报","template":{"name":"","parts":null,"chain":null},"allowoverride":true}`))
	if err != nil || !s.AllowOverride || s.Rules != nil {
		t.Errorf("a series: %+v, %v", s, err)
	}
	sign, err := record.SignOff.Decode([]byte(`{"id":"x1","draft":"d1","round":0,"step":0,"role":"责编","person":"p1","name":"王敏","revision":1,"texthash":"h","at":"2026-06-18T09:00:00Z"}`))
	if err != nil || sign.Name != "王敏" || sign.Errors != "" {
		t.Errorf("a sign-off: %+v, %v", sign, err)
	}
}

// FuzzComment checks that what is encoded is decoded as it was, or refused.
func FuzzComment(f *testing.F) {
	f.Add("批注", "𠮷\x00")
	f.Add("半\xe4", `\ufffd`+"\ufffd")
	f.Fuzz(func(t *testing.T, text, reason string) {
		c := review.Comment{Text: text, Reason: reason}
		data, err := record.Comment.Encode(c)
		if err != nil {
			return
		}
		if got, err := record.Comment.Decode(data); err != nil || got != c {
			t.Errorf("%+v came back as %+v, %v", c, got, err)
		}
	})
}
