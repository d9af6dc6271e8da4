package compare

import (
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

// office is an office with a draft under review.
type office struct{ *screentest.Office }

func newOffice(t *testing.T) *office {
	t.Helper()
	return &office{screentest.New(t)}
}

// draft begins an issue of which the drafter writes a second version and
// submits it; the signers saw the first one.
func (o *office) draft(edit func(*doc.Bulletin)) review.DraftID {
	o.Helper()
	text := screentest.Issue()
	id := o.Draft(text)
	o.OK(o.Desk().Looked(o.Context(), o.As(screentest.Checker), id, 1))
	o.OK(o.Desk().Looked(o.Context(), o.As(screentest.Editor), id, 1))
	if edit != nil {
		edit(&text)
		_, err := o.Desk().Save(o.Context(), o.As(screentest.Drafter), id, 1, text, "")
		o.OK(err)
	}
	return o.Submit(id)
}

// sit opens the review of a draft as somebody.
func (o *office) sit(name string, id review.DraftID) *Screen {
	o.Helper()
	s := New(o.Sit(name), id)
	o.Open(s)
	return s
}

// run carries a command out as its key would, and fails if it cannot be done.
func (o *office) run(s *Screen, id string) {
	o.Helper()
	o.Run(s, commandID(id))
}

// tickAll ticks what is to be ticked, one change after the other.
func (o *office) tickAll(s *Screen) {
	o.Helper()
	for range s.state.file.CriticalOpen(s.me()) {
		o.run(s, "tick")
	}
}

func (o *office) reason(s *Screen, id string) string {
	o.Helper()
	return o.Reason(s, commandID(id))
}

// revised changes a number, a word, a mark and a field.
func revised(b *doc.Bulletin) {
	body := b.Articles[0].Body
	body[0].Text = "会议指出，今年整治提升1,730条街巷，要夯实基础。"
	body[1].Text = "会议要求，确保年底前完成任务，形成合力。"
	b.Imprint.SendTo = "各区人民政府，有关新闻单位。"
}

func lines(texts ...string) string { return strings.Join(texts, "\n") }
