package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/app/command"
)

func TestShortcutOf(t *testing.T) {
	for _, c := range []struct {
		key      command.Key
		modifier fyne.KeyModifier
		name     fyne.KeyName
	}{
		{"Ctrl+N", fyne.KeyModifierShortcutDefault, fyne.KeyN},
		{"Ctrl+Shift+S", fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, fyne.KeyS},
		{"Ctrl+Enter", fyne.KeyModifierShortcutDefault, fyne.KeyReturn},
		{"Alt+Up", fyne.KeyModifierAlt, fyne.KeyUp},
		{"Esc", 0, fyne.KeyEscape},
		{"F8", 0, fyne.KeyF8},
	} {
		if modifier, name := shortcutOf(c.key); modifier != c.modifier || name != c.name {
			t.Errorf("shortcutOf(%s) = %v %v", c.key, modifier, name)
		}
	}
}
