// Package theme owns how the program looks: colours, faces, sizes and icons, in
// a light and a dark variant. It does not own widgets or layout, and it knows no
// bulletin: the fonts and icons are handed in.
package theme

import (
	"fmt"
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Sources are the files a theme is made of.
type Sources struct {
	Fonts    fs.FS // the four Noto subsets, by file name
	Icons    fs.FS // the screens' own icons, NAME.svg
	Fangsong *Face // 仿宋 for the page's body; nil where none was found
}

// Theme is the program's look. It never changes: With makes another one.
type Theme struct {
	faces      faces
	icons      map[fyne.ThemeIconName]fyne.Resource
	preference Preference
}

// New reads the sources. It fails, naming the file, if a font or an icon is absent.
func New(sources Sources, preference Preference) (*Theme, error) {
	faces, err := loadFaces(sources.Fonts, sources.Fangsong)
	if err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	icons, err := loadIcons(sources.Icons)
	if err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	return &Theme{faces: faces, icons: icons, preference: preference}, nil
}

// With returns the same look in another preference.
func (t *Theme) With(preference Preference) *Theme {
	other := *t
	other.preference = preference
	return &other
}

// Color implements fyne.Theme. The user's preference outranks the variant of
// the system.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := t.preference.variant(system)
	if tone, ok := toneOf(name); ok {
		return tone.in(variant)
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return fynetheme.DefaultTheme().Size(name)
}

// Icon implements fyne.Theme: the screens' own icons and Fyne's.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if icon, ok := t.icons[name]; ok {
		return icon
	}
	return fynetheme.DefaultTheme().Icon(name)
}

// Font implements fyne.Theme. Chinese has no italic, so the upright face stands
// for it. The monospaced face has no Han characters: keys and hashes only.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return fynetheme.DefaultTheme().Font(style)
	case style.Bold:
		return t.faces.sansBold
	default:
		return t.faces.sans
	}
}
