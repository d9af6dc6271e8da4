// Package app owns the window: how the program starts and ends, which screen is
// shown, who sits at it. What can be done to a bulletin is review's, what a
// screen shows is the screen's; the program without a window is app/cli.
package app

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"jianbao/app/i18n"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/assets"
)

// ID names the program to the desktop.
const ID = "cn.jianbao.desk"

// Options say how to open the window.
type Options struct {
	DSN      string        // where the work is kept; "" is the user's own database
	Sample   bool          // open on the sample, in a database of its own
	Language i18n.Language // "" follows the settings
	Files    []string      // files to import once the window stands
}

// Run opens the window and returns when it is closed, or the error that kept it
// from opening.
func Run(ctx context.Context, o Options) error {
	file, err := settings.Default()
	if err != nil {
		return err
	}
	remembered, settingsErr := file.Load()
	if o.Language == "" {
		o.Language = i18n.Language(remembered.Language)
	}
	opening := setup.Options{DSN: o.DSN, Language: o.Language, Sample: o.Sample}
	program, err := setup.Open(ctx, opening)
	if err != nil {
		return runRescue(opening, err)
	}
	defer program.Close()
	if err := speak(program.Words); err != nil {
		return err
	}
	if remembered.Look == "" {
		remembered.Look = string(theme.Light) // paper is white until somebody wants it otherwise
	}
	look, err := newLook(theme.Preference(remembered.Look))
	if err != nil {
		return err
	}
	a := fyneapp.NewWithID(ID)
	a.SetIcon(fyne.NewStaticResource("jianbao.png", assets.Icon()))
	a.Settings().SetTheme(look)
	w := newWindow(a, program, look, remembered, file)
	if settingsErr != nil {
		w.Fail(fmt.Errorf("settings: %w", settingsErr))
	}
	w.open(ctx, o)
	watching, stop := context.WithCancel(ctx)
	defer stop()
	w.keepSafe(watching)
	a.Run()
	return nil
}

// newLook makes the theme; without a 仿宋 on this machine the page is set in the
// bundled serif.
func newLook(preference theme.Preference) (*theme.Theme, error) {
	fangsong, err := theme.FindFangsong("")
	if err != nil {
		fangsong = nil
	}
	return theme.New(theme.Sources{Fonts: assets.Fonts(), Icons: assets.Icons(), Fangsong: fangsong}, preference)
}
