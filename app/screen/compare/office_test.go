package compare

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/assets"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/memory"
)

const (
	drafter = "李知远"
	editor  = "王敏"
	checker = "吕承志"
	pin     = "2468"
)

// office is an invented office whose shell answers every question at once.
type office struct {
	*testing.T
	ctx    context.Context
	desk   *review.Desk
	words  *i18n.Catalogue
	look   *theme.Theme
	window fyne.Window
	who    review.Actor
	series review.Series

	answer string   // to what Ask asks next
	asked  []string // hints of what was asked
	told   []string // sentences said
	failed []error
	opened string // the screen that was asked for
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{T: t, ctx: t.Context(), desk: review.NewDesk(memory.New(), review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}))}
	var err error
	if o.words, err = setup.Words(i18n.Chinese); err != nil {
		t.Fatal(err)
	}
	if o.look, err = theme.New(theme.Sources{Fonts: assets.Fonts(), Icons: assets.Icons()}, theme.Light); err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(o.look)
	o.window = test.NewTempWindow(t, nil)
	builtin, err := setup.BuiltinSeries()
	o.ok(err)
	o.series = builtin[0]
	_, err = o.desk.AddSeries(o.ctx, review.Actor{}, o.series)
	o.ok(err)
	for name, role := range map[string]review.Role{drafter: review.RoleDrafter, editor: "责编", checker: "核稿"} {
		_, err := o.desk.AddPerson(o.ctx, name, []review.Role{role}, pin)
		o.ok(err)
	}
	o.ok(o.desk.OpenLedger(o.ctx, o.as(editor), o.series.ID, doc.Number{Year: 2026, Issue: 3, Total: 2195}))
	return o
}

func (o *office) ok(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

func (o *office) as(name string) review.Actor {
	o.Helper()
	a, err := o.desk.Unlock(o.ctx, name, pin)
	o.ok(err)
	return a
}

// draft begins an issue of which the drafter writes a second version and
// submits it; the checker saw the first one.
func (o *office) draft(edit func(*doc.Bulletin)) review.DraftID {
	o.Helper()
	text := issue()
	f, err := o.desk.Create(o.ctx, o.as(drafter), o.series.ID, text, review.CauseNew, "")
	o.ok(err)
	o.ok(o.desk.Looked(o.ctx, o.as(checker), f.Draft.ID, 1))
	o.ok(o.desk.Looked(o.ctx, o.as(editor), f.Draft.ID, 1))
	if edit != nil {
		edit(&text)
		_, err = o.desk.Save(o.ctx, o.as(drafter), f.Draft.ID, 1, text, "")
		o.ok(err)
	}
	_, err = o.desk.Submit(o.ctx, o.as(drafter), f.Draft.ID)
	o.ok(err)
	return f.Draft.ID
}

func (o *office) signAs(name string, id review.DraftID) *review.File {
	o.Helper()
	f, err := o.desk.Sign(o.ctx, o.as(name), id, review.Signing{Revision: o.file(id).Draft.Head})
	o.ok(err)
	return f
}

func (o *office) file(id review.DraftID) *review.File {
	o.Helper()
	f, err := o.desk.Open(o.ctx, o.who, id)
	o.ok(err)
	return f
}

// sit opens the review of a draft as somebody.
func (o *office) sit(name string, id review.DraftID) *Screen {
	o.Helper()
	a, err := o.desk.As(o.ctx, name)
	o.ok(err)
	o.who = a
	s := New(o, id)
	o.window.SetContent(s.Content())
	o.window.Resize(fyne.NewSize(1366, 700))
	s.Show()
	return s
}

// run carries a command out as its key would, and fails if it cannot be done.
func (o *office) run(s *Screen, id string) {
	o.Helper()
	c, ok := s.Commands().Find(commandID(id))
	if !ok {
		o.Fatalf("no command %s", id)
	}
	if why := c.Reason(); why != "" {
		o.Fatalf("%s cannot be done: %s", id, why)
	}
	c.Do()
	if len(o.failed) > 0 {
		o.Fatalf("%s failed: %v", id, o.failed)
	}
}

func (o *office) reason(s *Screen, id string) string {
	c, _ := s.Commands().Find(commandID(id))
	return c.Reason()
}

func (o *office) Desk() *review.Desk          { return o.desk }
func (o *office) Actor() review.Actor         { return o.who }
func (o *office) Words() *i18n.Catalogue      { return o.words }
func (o *office) Window() fyne.Window         { return o.window }
func (o *office) Theme() *theme.Theme         { return o.look }
func (o *office) Fail(err error)              { o.failed = append(o.failed, err) }
func (o *office) Tell(_, sentence string)     { o.told = append(o.told, sentence) }
func (o *office) Changed()                    {}
func (o *office) Home()                       { o.opened = "home" }
func (o *office) OpenDraft(review.DraftID)    { o.opened = "draft" }
func (o *office) OpenCompose(review.DraftID)  { o.opened = "compose" }
func (o *office) OpenIssue(id review.DraftID) { o.opened = "issue " + string(id) }

func (o *office) Do(work func() error, done func()) {
	if err := work(); err != nil {
		o.Fail(err)
		return
	}
	done()
}

func (o *office) Ask(_, hint string, then func(string)) {
	o.asked = append(o.asked, hint)
	then(o.answer)
}

func (o *office) AskPIN(why string, then func(review.Actor)) {
	o.asked = append(o.asked, why)
	then(o.as(o.who.Person().Name))
}

func issue() doc.Bulletin {
	b := doc.Bulletin{
		Masthead: doc.Masthead{Title: "云州市政务情况简报", Office: "云州市政务信息办公室", Date: doc.Date{Year: 2026, Month: 3, Day: 3}},
		Imprint: doc.Imprint{Editor: "王敏", Checker: "吕承志", Phone: "000-12345678", ReportTo: "省政府办公厅。",
			CopyTo: "市委、市政府各部门。", SendTo: "各区人民政府。"}}
	a := doc.Article{ID: "a", Title: "街巷整治动员会召开", Source: "城市管理处"}
	for i, text := range []string{"会议指出，今年整治提升1,703条街巷，要夯实基础。", "会议要求，力争年底前完成任务,形成合力。"} {
		a.Body = append(a.Body, doc.Paragraph{ID: doc.ParagraphID(rune('p' + i)), Text: text})
	}
	b.Articles = []doc.Article{a}
	return b
}

// revised changes a number, a word, a mark and a field.
func revised(b *doc.Bulletin) {
	body := b.Articles[0].Body
	body[0].Text = "会议指出，今年整治提升1,730条街巷，要夯实基础。"
	body[1].Text = "会议要求，确保年底前完成任务，形成合力。"
	b.Imprint.SendTo = "各区人民政府，有关新闻单位。"
}

func lines(texts ...string) string { return strings.Join(texts, "\n") }
