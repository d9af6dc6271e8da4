package page

import (
	"strconv"

	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// article sets one block of an article. The blocks after it tell what must stay
// on its page.
func (f *flow) article(b numbered, after []numbered) {
	switch b.Kind {
	case Note, Title:
		f.heading(b, after)
	case Body:
		f.body(b)
	case Source:
		f.source(b)
	}
}

// heading sets a line of a title or a note. The first of an article leaves
// lines blank above it.
func (f *flow) heading(b numbered, after []numbered) {
	if f.articles == 0 || f.passed > Title {
		f.begin()
	}
	if b.Kind == Note {
		f.row(f.set(b.String(), f.bodyLook(face.Kai)), b)
		f.passed = Note
		return
	}
	if f.passed == Note {
		f.skip(1)
	}
	f.title(b)
	f.passed = Title
	if len(after) == 0 || after[0].Kind != Title {
		f.skip(f.profile.Article.After)
	}
}

// begin opens an article.
func (f *flow) begin() {
	f.articles++
	if f.articles > 1 && f.profile.Article.NewPage && !f.fresh {
		f.turnPage()
		return
	}
	f.skip(f.profile.Article.Before - 1)
	f.need(f.profile.Article.After + 3)
}

// title sets a line of a title, broken into lines of like length.
func (f *flow) title(b numbered) {
	l := f.look(face.TitleSong, f.profile.Article.TitleSize)
	l.style.Align = typeset.Center
	lines := f.balance(b.String(), l)
	f.need(len(lines) + 2)
	f.outline(b.String(), 0)
	line := 0
	for _, text := range lines {
		s := f.set(text, l)
		for _, strip := range s.strips {
			f.need(1)
			f.place(strip, f.baseline(f.y, f.sheet.pitch(), l.size), b.index, line)
			f.y, f.fresh, line = f.y+f.sheet.pitch(), false, line+1
		}
		f.note(s, text)
	}
}

// outline enters a heading at the present place. A title of several lines given
// by the writer is one entry.
func (f *flow) outline(text string, level int) {
	h := Heading{Text: text, Level: level, Page: len(f.document.Pages) - 1, Y: f.sheet.Top + f.y}
	list := f.document.Outline
	if n := len(list); level == 0 && f.passed == Title && n > 0 && list[n-1].Level == 0 {
		list[n-1].Text += text
		return
	}
	if text != "" {
		f.document.Outline = append(list, h)
	}
}

func (f *flow) bodyLook(role face.Role) look {
	l := f.look(role, f.sheet.Size)
	l.style.Indent, l.style.Align = 2*typeset.Full, typeset.Justify
	return l
}

// body sets a paragraph. A heading is not left alone at the foot of a page.
func (f *flow) body(b numbered) {
	l := f.bodyLook(face.Fangsong)
	switch b.Level {
	case 1:
		l.head = face.Hei
	case 2:
		l.head = face.Kai
	}
	s := f.set(b.String(), l)
	if b.Level > 0 && len(s.strips) <= 2 {
		f.need(len(s.strips) + 1)
	}
	f.passed = Body
	if b.Level > 0 {
		text := []rune(b.String())
		f.outline(string(text[:headEnd(b.String(), look{head: face.Hei})]), b.Level)
	}
	f.row(s, b)
}

// source sets who supplied an article, on the right.
func (f *flow) source(b numbered) {
	l := f.look(face.Fangsong, f.sheet.Size)
	l.width -= f.em(l.size) * MM(f.profile.Article.SourceRight)
	l.style.Align = typeset.Right
	f.passed = Source
	f.row(f.set(b.String(), l), b)
}

// contents lists the titles of several articles below the red rule, with the
// pages on which they were found when the text was laid before; nil leaves the
// room that they will take.
func (f *flow) contents(blocks []numbered, found []Heading) {
	if f.profile.Article.Contents == "" {
		return
	}
	titles := entries(blocks)
	if len(titles) < 2 {
		return
	}
	f.y += f.sheet.pitch() * MM(f.profile.Article.Before-1)
	head := f.look(face.Hei, f.sheet.Size)
	head.style.Align = typeset.Center
	f.ownRow(f.profile.Article.Contents, head)
	pages := titlePages(found)
	for i, title := range titles {
		number := ""
		if i < len(pages) {
			number = strconv.Itoa(pages[i])
		}
		f.entry(title, number)
	}
}

// entry sets one title of the contents and the page it is on.
func (f *flow) entry(title, number string) {
	l, r := f.look(face.Fangsong, f.sheet.Size), f.look(face.Fangsong, f.sheet.Size)
	l.left, l.width = l.left+2*f.em(l.size), l.width-6*f.em(l.size)
	l.style.Hang = typeset.Full
	r.style.Align = typeset.Right
	f.ownRow(title, l)
	if number != "" {
		f.own(number, r, f.baseline(f.y-f.sheet.pitch(), f.sheet.pitch(), r.size))
	}
}

// ownRow sets lines on the grid that are not part of the text.
func (f *flow) ownRow(text string, l look) {
	f.row(f.set(text, l), numbered{Block: Block{Kind: Title, Text: text}, index: -1})
}

// entries returns the titles of the articles, each in one piece.
func entries(blocks []numbered) []string {
	var titles []string
	for i, b := range blocks {
		switch {
		case b.Kind != Title:
		case i > 0 && blocks[i-1].Kind == Title:
			titles[len(titles)-1] += b.String()
		default:
			titles = append(titles, b.String())
		}
	}
	return titles
}

func titlePages(found []Heading) []int {
	var pages []int
	for _, h := range found {
		if h.Level == 0 {
			pages = append(pages, h.Page+1)
		}
	}
	return pages
}
