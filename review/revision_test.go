package review_test

import (
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

func TestNewRevisionSealsTheText(t *testing.T) {
	text := doc.New()
	text.Articles[0].Title = "窗口服务延时"
	rev, err := review.NewRevision(review.RevisionInfo{Draft: "d", Seq: 3}, text)
	if err != nil {
		t.Fatal(err)
	}
	data, err := doc.Encode(text)
	if err != nil {
		t.Fatal(err)
	}
	if rev.Hash != doc.HashOf(data) || rev.TextHash == rev.Hash || rev.Runes != 6 || rev.Seq != 3 {
		t.Errorf("sealed as %+v", rev.RevisionInfo)
	}
	text.Articles[0].Title = "改了"
	if rev.Text.Articles[0].Title != "窗口服务延时" {
		t.Error("the sealed text changed with the one it was made from")
	}
}

func TestNewRevisionRefusesTextThatWouldChange(t *testing.T) {
	text := doc.New()
	text.Articles[0].Title = "\xff"
	if _, err := review.NewRevision(review.RevisionInfo{}, text); !errors.Is(err, doc.ErrFormat) {
		t.Errorf("got %v, want doc.ErrFormat", err)
	}
}
