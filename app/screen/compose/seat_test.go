package compose

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/app/pulse"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

// seat is somebody at a program of his own, one of several on the office's
// database.
type seat struct {
	*office
	who    review.Actor
	at     review.Session
	news   pulse.News
	seq    int64
	window fyne.Window
	page   *Screen
}

// Actor implements Shell.
func (s *seat) Actor() review.Actor { return s.who }

// Session implements Shell.
func (s *seat) Session() review.SessionID { return s.at.ID }

// News implements Shell.
func (s *seat) News() pulse.News { return s.news }

// Window implements Shell.
func (s *seat) Window() fyne.Window { return s.window }

// sit lets somebody open a draft at a program of his own.
func (o *office) sit(name string, id review.DraftID) *seat {
	o.Helper()
	s := &seat{office: o, who: must(o.Desk().As(context.Background(), name)), window: test.NewTempWindow(o.TB, nil)}
	s.at = must(o.Desk().SitDown(context.Background(), s.who, "机"+name))
	s.at.Draft = id
	s.page = New(s, id)
	s.page.keep.first().after, s.page.keep.store.after = afterLater(o), afterLater(o)
	s.page.echo.after = func(_ time.Duration, then func()) { then() }
	s.page.proofs.armed = true // nothing is proofread
	s.window.SetContent(s.page.Content())
	s.window.Resize(fyne.NewSize(1366, 768))
	s.hear()
	s.page.Show()
	return s
}

// hear is one beat of the seat's pulse.
func (s *seat) hear() {
	ctx := context.Background()
	s.OK(s.Desk().Beat(ctx, s.at))
	now := must(s.Desk().Pulse(ctx))
	n := pulse.News{Leases: now.Leases, Names: map[review.PersonID]string{}}
	for _, other := range now.Sessions {
		if other.ID != s.at.ID {
			n.Others = append(n.Others, other)
		}
	}
	for _, p := range must(s.Desk().People(ctx)) {
		n.Names[p.ID] = p.Name
	}
	if s.seq > 0 {
		n.Events = must(s.Desk().Since(ctx, s.seq))
	}
	s.news, s.seq = n, now.Seq
	if s.page.file != nil {
		s.page.Follow(n)
	}
}

// says reports what stands above an article.
func (s *seat) says(i int) string {
	bar := s.page.page.bars[s.page.text.text.Articles[i].ID]
	return screentest.Reads(bar)
}

// types writes at the start of a body.
func (s *seat) types(t testing.TB, i int, text string) {
	t.Helper()
	view := s.page.view(t, i)
	s.window.Canvas().Focus(view)
	view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for _, r := range text {
		view.TypedRune(r)
	}
	view.Flush()
}

// reads is a body as the page has it.
func (s *seat) reads(i int) string { return s.page.text.text.Articles[i].Body[0].Text }

// two are two drafters who have a draft of two articles open.
func two(t *testing.T) (o *office, first, second *seat) {
	o = newOffice(t)
	must(o.Desk().AddPerson(t.Context(), "赵平", []review.Role{review.RoleDrafter}, ""))
	b := must(o.Bureau().Template.NewIssue(nil))
	b.Masthead.Date = doc.Date{Year: 2026, Month: 3, Day: 3}
	b.Articles[0].Title, b.Articles[0].Source = "街巷整治动员会召开", "综合处"
	b.Articles[0].Body = []doc.Paragraph{doc.NewParagraph("第一篇的文字。")}
	b.Articles = append(b.Articles, doc.NewArticle())
	b.Articles[1].Title, b.Articles[1].Source = "河道清理完成", "水务处"
	b.Articles[1].Body = []doc.Paragraph{doc.NewParagraph("第二篇的文字。")}
	id := must(o.Desk().Create(t.Context(), o.Actor(), o.Bureau().ID, b, review.CauseNew, "")).Draft.ID
	return o, o.sit(screentest.Drafter, id), o.sit("赵平", id)
}
