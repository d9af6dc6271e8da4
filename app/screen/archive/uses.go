package archive

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/review/find"
)

// ShowUses shows how earlier issues wrote a term or figure (本刊口径); another can
// be typed there.
func ShowUses(shell Shell, selected string) {
	u := &uses{shell: shell, list: element.Flow(8), withdraw: func() {}}
	entry := element.NewEntry(shell.Words().T("archive.uses.hint"))
	entry.OnChanged = u.ask
	d := dialog.NewCustom(shell.Words().T("command.window.uses"), shell.Words().T("button.close"),
		container.NewBorder(entry, nil, nil, nil, container.NewVScroll(u.list)), shell.Window())
	d.SetOnClosed(func() { u.withdraw() })
	d.Resize(fyne.NewSize(820, 540))
	d.Show()
	shell.Window().Canvas().Focus(entry)
	entry.SetText(oneLine(selected))
	u.ask(entry.Text)
}

// longest is how many characters of a selection are looked for.
const longest = 40

func oneLine(selected string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(selected), "\n")
	runes := []rune(line)
	return string(runes[:min(len(runes), longest)])
}

// uses is the list of the dialog.
type uses struct {
	shell    Shell
	list     *fyne.Container
	withdraw context.CancelFunc
}

// ask looks for the uses beside the UI goroutine.
func (u *uses) ask(selected string) {
	u.withdraw()
	ctx, cancel := context.WithCancel(context.Background())
	u.withdraw = cancel
	var found []find.Use
	u.shell.Do(func() (err error) {
		found, err = find.Uses(ctx, u.shell.Finder(), selected)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return err
	}, func() {
		if ctx.Err() == nil {
			u.paint(selected, found)
		}
	})
}

func (u *uses) paint(selected string, found []find.Use) {
	t := u.shell.Words().T
	u.list.RemoveAll()
	last := find.Likeness("")
	for _, one := range found {
		if one.Likeness != last {
			last = one.Likeness
			u.list.Add(element.NewStrong(t("archive.uses." + string(last))))
		}
		u.list.Add(u.paintUse(one))
	}
	if len(found) == 0 && strings.TrimSpace(selected) != "" {
		u.list.Add(element.NewProse(t("archive.uses.none"), theme.ColorSoft))
	}
	u.list.Refresh()
}

func (u *uses) paintUse(one find.Use) fyne.CanvasObject {
	where := (&Screen{shell: u.shell}).numberOf(one.Card)
	if !one.Date.IsZero() {
		where += " · " + one.Date.String()
	}
	return element.NewCard(element.Flow(3, element.NewSoft(where), paintMarked("", one.Sentence, "", one.Marks)), nil)
}
