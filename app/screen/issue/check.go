package issue

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/storage/exchange"
)

// checked is a file from elsewhere, held against the text: both as lines.
type checked struct {
	name         string
	data         []byte
	ours, theirs string
}

// checkFile asks for a file that somebody else had in hand and holds it against
// the text, character by character.
func (s *Screen) checkFile() {
	s.shell.ChooseFile(func(name string, data []byte) {
		c, text := &checked{name: name, data: data}, s.file.Head.Text
		s.shell.Do(func() error {
			f, err := exchange.Open(context.Background(), data)
			if err != nil {
				return err
			}
			c.ours, c.theirs, err = f.Against(text)
			return err
		}, func() {
			s.checked = c
			s.paintRight()
		})
	})
}

// paintChecked says how the last check ended.
func (s *Screen) paintChecked() fyne.CanvasObject {
	c := s.checked
	name := element.NewProse(c.name, theme.ColorInk)
	if c.ours == c.theirs {
		return element.Stack(2, element.NewColoured(s.t("issue.check.same"), theme.ColorOK), name)
	}
	line, column, ours, theirs := c.parting()
	show := widget.NewButton(s.t("issue.check.show"), func() { s.shell.OpenCompareFile(s.id, c.name, c.data) })
	return element.Stack(2, element.NewColoured(s.t("issue.check.differs"), theme.ColorRed), name,
		s.paintPair(ours, theirs, strconv.Itoa(line), strconv.Itoa(column)), show)
}

// shownOfLine is how many characters from the first difference on are shown.
const shownOfLine = 16

// parting finds where the file first says something else: the line and the
// character from 1, and a few characters of both from there on.
func (c *checked) parting() (line, column int, ours, theirs string) {
	a, b := []rune(c.ours), []rune(c.theirs)
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	before := string(a[:same])
	line = strings.Count(before, "\n") + 1
	column = len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	return line, column, begin(a[same:]), begin(b[same:])
}

func begin(text []rune) string {
	return string(text[:min(len(text), shownOfLine)])
}
