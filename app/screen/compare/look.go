package compare

import (
	"time"

	"fyne.io/fyne/v2"

	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review/diffview"
)

func lookOf(t *theme.Theme) diffview.Look {
	return diffview.Look{
		Body: t.Body, Title: t.Masthead(), Heading: t.Heading(), Label: t.Font(fyne.TextStyle{}),
		Colors: diffview.Colors{
			Paper: theme.ColorPaper, Ink: theme.ColorInk, Soft: theme.ColorSoft, Line: theme.ColorLine,
			Masthead: theme.ColorRed, Bar: theme.ColorEdge,
			Insert: theme.ColorInsert, InsertTint: theme.ColorInsertTint, InsertInner: theme.ColorInsertInner,
			Delete: theme.ColorDelete, DeleteTint: theme.ColorDeleteTint, DeleteInner: theme.ColorDeleteInner,
			Move: theme.ColorMove, MoveTint: theme.ColorMoveTint, NoteTint: theme.ColorNoteTint,
			Selection: theme.ColorActionTint, Selected: theme.ColorAction,
		},
	}
}

func (s *Screen) viewWords() diffview.Words {
	words := s.shell.Words()
	return diffview.Words{
		Field: words.Field,
		Level: func(old, new doc.Level) string {
			return s.t("compare.level", "old", s.level(old), "new", s.level(new))
		},
		Old: s.t("compare.column.old"), New: s.t("compare.column.new"),
	}
}

func (s *Screen) level(l doc.Level) string {
	return s.t([...]string{"compare.level.0", "compare.level.1", "compare.level.2", "compare.level.3", "compare.level.4"}[l])
}

// clock is a day and time as people say it.
func (s *Screen) clock(at time.Time) string {
	at = at.Local()
	return s.t("compare.clock", "month", int(at.Month()), "day", at.Day(), "time", at.Format("15:04"))
}
