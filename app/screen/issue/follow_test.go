package issue

import (
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/review"
)

func TestWhatOthersDidToAFinalTextIsAdded(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o, id)
	pages := s.pages.view.Document()
	o.Meanwhile(s, func() {
		_, err := o.Desk().Issue(o.Context(), o.As(screentest.Checker), id)
		o.OK(err)
	})
	if s.file.Draft.State != review.Issued || s.pages.view.Document() != pages {
		t.Errorf("state %s, pages laid anew: %v", s.file.Draft.State, s.pages.view.Document() != pages)
	}
}

func TestNothingMovesWhileSharesAreEntered(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o, id)
	for _, r := range recipients(s.file.Head.Text) {
		s.copies[r] = 3
	}
	o.Meanwhile(s, func() {
		_, err := o.Desk().Issue(o.Context(), o.As(screentest.Checker), id)
		o.OK(err)
	})
	if s.file.Draft.State != review.Final || len(s.shares()) == 0 {
		t.Errorf("state %s, %d shares left", s.file.Draft.State, len(s.shares()))
	}
}
