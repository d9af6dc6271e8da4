package screentest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// Issue is an issue of the office that lacks nothing.
func Issue() doc.Bulletin {
	b := doc.Bulletin{
		Masthead: doc.Masthead{Title: "云州市政务情况简报", Office: "云州市政务信息办公室", Date: doc.Date{Year: 2026, Month: 3, Day: 3}},
		Imprint: doc.Imprint{Editor: Editor, Checker: Checker, Phone: "000-12345678", ReportTo: "省政府办公厅。",
			CopyTo: "市委、市政府各部门。", SendTo: "各区人民政府。"}}
	a := doc.Article{ID: "a", Title: "街巷整治动员会召开", Source: "城市管理处"}
	for i, text := range []string{"会议指出，今年整治提升1,703条街巷，要夯实基础。", "会议要求，力争年底前完成任务,形成合力。"} {
		a.Body = append(a.Body, doc.Paragraph{ID: doc.ParagraphID(rune('p' + i)), Text: text})
	}
	b.Articles = []doc.Article{a}
	return b
}

// Draft begins an issue with this text.
func (o *Office) Draft(text doc.Bulletin) review.DraftID {
	o.Helper()
	f, err := o.desk.Create(o.Context(), o.As(Drafter), o.Bureau().ID, text, review.CauseNew, "")
	o.OK(err)
	return f.Draft.ID
}

// Submit hands a draft to the first signer.
func (o *Office) Submit(id review.DraftID) review.DraftID {
	o.Helper()
	_, err := o.desk.Submit(o.Context(), o.As(Drafter), id)
	o.OK(err)
	return id
}

// Sign signs the newest text of a draft.
func (o *Office) Sign(name string, id review.DraftID) {
	o.Helper()
	who, f := o.As(name), o.File(id)
	for _, c := range f.CriticalOpen(who.Person().ID) {
		_, err := o.desk.Tick(o.Context(), who, id, c.Change)
		o.OK(err)
	}
	_, err := o.desk.Sign(o.Context(), who, id, review.Signing{Revision: f.Draft.Head})
	o.OK(err)
}

// Final begins an issue and brings it to the final text.
func (o *Office) Final() review.DraftID {
	o.Helper()
	id := o.Submit(o.Draft(Issue()))
	o.Sign(Editor, id)
	o.Sign(Checker, id)
	return id
}

// File is the file of a draft as who sits at the window sees it.
func (o *Office) File(id review.DraftID) *review.File {
	o.Helper()
	f, err := o.desk.Open(o.Context(), o.actor, id)
	o.OK(err)
	return f
}
