package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Preference is the user's choice of variant. Its text is what settings store.
type Preference string

// The choices. Any other value counts as FollowSystem.
const (
	FollowSystem Preference = "system"
	Light        Preference = "light"
	Dark         Preference = "dark"
)

// Preferences lists the choices in the order in which they are offered.
func Preferences() []Preference { return []Preference{FollowSystem, Light, Dark} }

func (p Preference) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch p {
	case Light:
		return fynetheme.VariantLight
	case Dark:
		return fynetheme.VariantDark
	default:
		return system
	}
}
