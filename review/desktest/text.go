package desktest

import "jianbao/editor/doc"

// edit is a change to a text, as a person makes it.
type edit func(*doc.Bulletin)

// newText is an issue to which template and validation have no objection.
func newText(edits ...edit) doc.Bulletin {
	b := doc.Bulletin{
		Masthead: doc.Masthead{Title: "松江工作简报", Office: "松江区政务服务中心", Date: doc.Date{Year: 2025, Month: 6, Day: 15}},
		Articles: []doc.Article{{ID: "a1", Title: "窗口服务延时\n让群众少跑一趟", Source: "综合科", Body: []doc.Paragraph{
			{ID: "p1", Text: "今年以来，中心开设延时窗口12个，办理事项3400件。"},
			{ID: "p2", Text: "二季度群众满意率达到98%。"},
		}}},
		Imprint: doc.Imprint{Editor: editor, Checker: checker, Phone: "5555 0101"},
	}
	for _, e := range edits {
		e(&b)
	}
	return b
}

func body(text string) edit { return func(b *doc.Bulletin) { b.Articles[0].Body[0].Text = text } }

func closing(text string) edit { return func(b *doc.Bulletin) { b.Articles[0].Body[1].Text = text } }

func dated(iso string) edit {
	return func(b *doc.Bulletin) {
		if err := b.Set(doc.Place{Field: doc.FieldDate}, iso); err != nil {
			panic(err)
		}
	}
}

func labelled(label string) edit { return func(b *doc.Bulletin) { b.Masthead.Label = label } }

func numbered(n doc.Number) edit { return func(b *doc.Bulletin) { b.Masthead.Number = n } }

func titled(title string) edit { return func(b *doc.Bulletin) { b.Articles[0].Title = title } }

// otherIDs gives every part a new id and leaves every word alone.
func otherIDs(b *doc.Bulletin) {
	for i := range b.Articles {
		b.Articles[i].ID += "x"
		for j := range b.Articles[i].Body {
			b.Articles[i].Body[j].ID += "x"
		}
	}
}

// another adds an article to the one that newText has.
func another(b *doc.Bulletin) {
	b.Articles = append(b.Articles, doc.Article{ID: "a2", Title: "热线一号对外", Source: "督查科",
		Body: []doc.Paragraph{{ID: "p3", Text: "热线归并后，平均接通用时8秒。"}}})
}

func secondBody(text string) edit { return func(b *doc.Bulletin) { b.Articles[1].Body[0].Text = text } }

func phone(number string) edit { return func(b *doc.Bulletin) { b.Imprint.Phone = number } }
