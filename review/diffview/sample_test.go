package diffview

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// bulletin makes a bulletin of one article; ids are the numbers of paragraphs.
func bulletin(title string, texts ...string) doc.Bulletin {
	b := doc.Bulletin{Masthead: doc.Masthead{Title: "试刊"}, Imprint: doc.Imprint{Editor: "甲"}}
	a := doc.Article{ID: "a", Title: title, Source: "一处"}
	for i, text := range texts {
		a.Body = append(a.Body, doc.Paragraph{ID: doc.ParagraphID(rune('0' + i)), Level: doc.LevelOf(text), Text: text})
	}
	b.Articles = []doc.Article{a}
	return b
}

// pair is a bulletin and a revision of it with every kind of mark.
func pair() (old, new doc.Bulletin) {
	old = bulletin("动员会\n召开", "会议指出，整治1,703条街巷，夯实基础。", "会议强调，要健全常态化治理机制，做到未诉先办。", "一、压实责任", "力争年底完成,形成合力。", "此段删去。")
	new = old.Clone()
	new.Articles[0].Title = "动员会\n今日召开"
	body := new.Articles[0].Body
	body[0].Text = "会议指出，整治1,730条街巷，巩固基础。"
	body[3].Text = "确保年底完成，形成合力。"
	body[0], body[1] = body[1], body[0]
	new.Articles[0].Body = append(body[:4:4], doc.Paragraph{ID: "9", Text: "这一段是新写的。"})
	new.Imprint.Editor = "乙"
	return old, new
}

func testLook() Look {
	face := fyne.NewStaticResource("face", nil)
	return Look{Body: func(rune) fyne.Resource { return face }, Title: face, Heading: face, Label: face, Colors: Colors{
		Paper: theme.ColorNameBackground, Ink: theme.ColorNameForeground, Soft: theme.ColorNameDisabled, Line: theme.ColorNameSeparator,
		Masthead: theme.ColorNameError, Bar: theme.ColorNameShadow, Insert: theme.ColorNameSuccess, InsertTint: theme.ColorNameHover,
		InsertInner: theme.ColorNamePressed, Delete: theme.ColorNameWarning, DeleteTint: theme.ColorNameInputBackground,
		DeleteInner: theme.ColorNameInputBorder, Move: theme.ColorNameHyperlink, MoveTint: theme.ColorNameMenuBackground,
		NoteTint: theme.ColorNameHeaderBackground, Selection: theme.ColorNameScrollBar, Selected: theme.ColorNamePrimary}}
}

func testWords() Words {
	return Words{
		Field: func(key doc.FieldKey) string { return string(key[strings.IndexByte(string(key), '.')+1:]) },
		Level: func(old, new doc.Level) string { return "level" }, Old: "old", New: "new",
	}
}

// evenRuler measures without any font: Han and full-width marks are square.
func evenRuler() *ruler {
	u := newRuler()
	u.measure = func(s string, _ fyne.Resource, size float32) fyne.Size {
		var width float32
		for _, r := range s {
			if r >= 0x2E80 || unicode.Is(unicode.Han, r) {
				width += size
			} else {
				width += size / 2
			}
		}
		return fyne.NewSize(width, size*1.25)
	}
	return u
}

func testView(c Comparison, mode Mode) *View {
	v := New(testLook(), testWords())
	v.sheet.ruler = evenRuler()
	v.sheet.color = func(name fyne.ThemeColorName) color.Color { return theme.Color(name) }
	v.ShowComparison(c, mode, nil)
	return v
}

// compared compares without a lexicon.
func compared(old, new doc.Bulletin) Comparison { return Compare(diff.Comparer{}, old, new) }
