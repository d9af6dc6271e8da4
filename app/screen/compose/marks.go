package compose

import (
	"strings"
	"unicode"

	jtheme "jianbao/app/theme"
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
)

// markStyles are how marks look on the page.
var markStyles = map[textview.MarkKind]textview.MarkStyle{
	textview.ProofSuggestion: {Line: textview.Dotted, Color: jtheme.ColorAction},
	textview.ProofWarning:    {Line: textview.Dashed, Color: jtheme.ColorWarn},
	textview.Proofreading:    {Line: textview.Wavy, Color: jtheme.ColorRed},
	textview.Changed:         {Bar: true, Color: jtheme.ColorWarn},
	textview.Comment:         {Line: textview.Dotted, Color: jtheme.ColorWarn, Tint: jtheme.ColorNoteTint},
	textview.SearchHit:       {Line: textview.Straight, Color: jtheme.ColorAction, Tint: jtheme.ColorActionTint},
	textview.CurrentHit:      {Line: textview.Straight, Color: jtheme.ColorRed, Tint: jtheme.ColorMoveTint},
}

// mark shows on the texts where the open comments hold.
func (p *page) mark(comments []review.Comment) {
	for at, view := range p.views {
		view.SetMarks(textview.Comment, p.commentMarks(at, view.Buffer(), comments))
	}
}

func (p *page) commentMarks(at doc.Place, text *buffer.Buffer, comments []review.Comment) []textview.Mark {
	var marks []textview.Mark
	for _, c := range comments {
		anchor, holds := p.text.text.Locate(c.Anchor)
		span, here := spanOf(anchor, at, text)
		if c.Status == review.CommentOpen && c.ReplyTo == "" && holds && here {
			marks = append(marks, textview.Mark{Span: span, Key: string(c.ID)})
		}
	}
	return marks
}

// spanOf returns where an anchor is in the text of a place, and whether it is.
func spanOf(a doc.Anchor, at doc.Place, text *buffer.Buffer) (buffer.Span, bool) {
	if a.Place == at {
		return buffer.Span{From: positionIn(text, a.From), To: positionIn(text, a.To)}, true
	}
	i, here := text.Index(buffer.ID(a.Paragraph))
	inside := func(offset doc.RuneOffset) buffer.Position {
		return buffer.Position{Paragraph: i, Offset: buffer.RuneOffset(offset)}
	}
	return buffer.Span{From: inside(a.From), To: inside(a.To)}, here && at.Field == doc.FieldArticleBody
}

// marked implements writer: a mark was clicked.
func (s *Screen) marked(m textview.Mark) {
	if m.Kind == textview.Comment {
		s.side.turn(tabComments)
		return
	}
	s.choosesProof(m)
}

// cleaned implements writer: it says what was not taken in with pasted text.
func (s *Screen) cleaned(list []textview.Cleaned) {
	say := speech{s.shell.Words()}
	unseen, broken := 0, 0
	for _, c := range list {
		if c.Rune == unicode.ReplacementChar {
			broken += c.Count
		} else {
			unseen += c.Count
		}
	}
	var parts []string
	if unseen > 0 {
		parts = append(parts, say.t("compose.cleaned.unseen", "count", unseen))
	}
	if broken > 0 {
		parts = append(parts, say.t("compose.cleaned.broken", "count", broken))
	}
	s.notices.add(say, strings.Join(parts, ""), s.dismiss())
}
