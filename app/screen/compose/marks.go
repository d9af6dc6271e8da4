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
	textview.Comment:    {Line: textview.Dotted, Color: jtheme.ColorWarn, Tint: jtheme.ColorNoteTint},
	textview.SearchHit:  {Line: textview.Straight, Color: jtheme.ColorAction, Tint: jtheme.ColorActionTint},
	textview.CurrentHit: {Line: textview.Straight, Color: jtheme.ColorRed, Tint: jtheme.ColorMoveTint},
}

// mark shows on the bodies where the open comments hold.
func (p *page) mark(comments []review.Comment) {
	for article, view := range p.bodies {
		view.SetMarks(textview.Comment, p.commentMarks(article, view.Buffer(), comments))
	}
}

func (p *page) commentMarks(article doc.ArticleID, text *buffer.Buffer, comments []review.Comment) []textview.Mark {
	var marks []textview.Mark
	for _, c := range comments {
		anchor, holds := p.text.text.Locate(c.Anchor)
		i, here := text.Index(buffer.ID(anchor.Paragraph))
		if c.Status != review.CommentOpen || c.ReplyTo != "" || !holds || !here {
			continue
		}
		at := func(offset doc.RuneOffset) buffer.Position {
			return buffer.Position{Paragraph: i, Offset: buffer.RuneOffset(offset)}
		}
		marks = append(marks, textview.Mark{Span: buffer.Span{From: at(anchor.From), To: at(anchor.To)}, Key: string(c.ID)})
	}
	return marks
}

// marked implements writer: a mark was clicked.
func (s *Screen) marked(m textview.Mark) {
	if m.Kind == textview.Comment {
		s.side.turn(tabComments)
	}
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
