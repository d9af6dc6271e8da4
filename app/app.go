// Package app owns the window: how the program starts and ends, which screen is
// shown, who sits at it. What can be done to a bulletin is review's, what a
// screen shows is the screen's; the program without a window is app/cli.
package app

import (
	"context"

	"jianbao/app/i18n"
	"jianbao/app/secret"
	"jianbao/app/theme"
	"jianbao/assets"
)

// ID names the program to the desktop.
const ID = "cn.jianbao.desk"

// Options say how to open the window.
type Options struct {
	DSN       string         // where the work is kept; "" follows the settings
	Sample    bool           // open on the sample, in a database of its own
	Language  i18n.Language  // "" follows the settings
	Passwords secret.Keyring // of logins to servers; nil for none
	Files     []string       // files to import once the window stands
}

// Run opens the window and returns when it is closed, or the error that kept it
// from opening.
func Run(ctx context.Context, o Options) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s, err := newStart(ctx, o)
	if err != nil {
		return err
	}
	return s.run()
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
