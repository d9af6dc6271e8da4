package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jianbao/app/command"
	"jianbao/app/i18n"
	"jianbao/app/screen/about"
	"jianbao/app/screen/register"
	"jianbao/app/screen/roster"
	"jianbao/app/setup"
	"jianbao/app/theme"
)

// everywhere lists the commands that every screen has.
func (w *window) everywhere() command.List {
	return command.List{
		{ID: "window.home", Key: "Esc", Do: w.Home},
		{ID: "window.packetsend", Do: w.sendPacket, Why: w.noDraft},
		{ID: "window.packetopen", Do: w.openPacketFile, Why: w.noPerson},
		{ID: "window.issue", Key: "Ctrl+Shift+E", Do: w.toIssue, Why: w.noDraft},
		{ID: "window.register", Key: "Ctrl+L", Do: func() { w.goTo("window.register", register.New(w)) }},
		{ID: "window.roster", Key: "Ctrl+Shift+R", Do: func() { w.goTo("window.roster", roster.New(w)) }},
		{ID: "window.archive", Key: "Ctrl+K", Do: w.toArchive},
		{ID: "window.uses", Key: "F4", Do: w.showUses},
		{ID: "window.health", Key: "Ctrl+Shift+H", Do: w.toHealth},
		{ID: "window.prefs", Key: "Ctrl+,", Do: w.toPrefs},
		{ID: "window.person", Key: "Ctrl+U", Do: w.switchPerson},
		{ID: "window.look", Key: "Ctrl+Shift+L", Do: w.nextLook},
		{ID: "window.language", Do: w.otherLanguage},
		{ID: "window.palette", Key: "Ctrl+P", Do: w.palette},
		{ID: "window.help", Key: "F1", Do: func() { w.goTo("window.help", about.New(w)) }},
		{ID: "window.quit", Key: "Ctrl+Q", Do: w.close},
	}
}

// menu shows the same commands as the keys: the screen's own, then the rest. No
// item has a key that also edits text: a menu's key comes before the widget's.
func (w *window) menu() *fyne.MainMenu {
	here := fyne.NewMenu(w.Words().T("menu.here"), w.items(w.current.Commands())...)
	all := fyne.NewMenu(w.Words().T("menu.program"), w.items(w.everywhere())...)
	all.Items[len(all.Items)-1].IsQuit = true
	return fyne.NewMainMenu(all, here)
}

func (w *window) items(commands command.List) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, 0, len(commands))
	for _, c := range commands {
		item := fyne.NewMenuItem(c.Title(w.Words().T), func() { w.run(c) })
		if modifier, name := shortcutOf(c.Key); modifier != 0 {
			item.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
		}
		items = append(items, item)
	}
	return items
}

// nextLook goes from the system's look to light, to dark and round again.
func (w *window) nextLook() {
	all := theme.Preferences()
	next := all[0]
	for i, p := range all {
		if string(p) == w.taste.Look && i+1 < len(all) {
			next = all[i+1]
		}
	}
	if w.taste.Look == "" {
		next = theme.Light
	}
	w.SetLook(next)
}

// SetLook changes the look at once and remembers it.
func (w *window) SetLook(p theme.Preference) {
	w.taste.Look = string(p)
	w.look = w.look.With(p)
	w.app.Settings().SetTheme(w.look)
	w.remember()
	w.Changed()
}

// Look is the look chosen.
func (w *window) Look() theme.Preference { return theme.Preference(w.taste.Look) }

// otherLanguage switches between Chinese and English and starts over at the
// desk, since every screen was painted in the other one.
func (w *window) otherLanguage() {
	next := i18n.English
	if w.Words().Language() == i18n.English {
		next = i18n.Chinese
	}
	words, err := setup.Words(next)
	if err == nil {
		err = speak(words)
	}
	if err != nil {
		w.Fail(err)
		return
	}
	w.words = words
	w.taste.Language = string(next)
	w.remember()
	w.desk = w.newDesk()
	w.win.SetTitle(w.Words().T("app.name"))
	w.Home()
}
