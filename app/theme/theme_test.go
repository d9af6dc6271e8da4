package theme

import (
	"image/color"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"jianbao/assets"
)

func newTheme(t *testing.T, preference Preference) *Theme {
	t.Helper()
	theme, err := New(Sources{Fonts: assets.Fonts(), Icons: assets.Icons()}, preference)
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

// fyneColours are the names that Fyne's own widgets ask for.
var fyneColours = []fyne.ThemeColorName{
	fynetheme.ColorNameBackground, fynetheme.ColorNameButton, fynetheme.ColorNameDisabledButton,
	fynetheme.ColorNameDisabled, fynetheme.ColorNameError, fynetheme.ColorNameFocus,
	fynetheme.ColorNameForeground, fynetheme.ColorNameForegroundOnError,
	fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnSuccess,
	fynetheme.ColorNameForegroundOnWarning, fynetheme.ColorNameHeaderBackground,
	fynetheme.ColorNameHover, fynetheme.ColorNameHyperlink, fynetheme.ColorNameInputBackground,
	fynetheme.ColorNameInputBorder, fynetheme.ColorNameMenuBackground,
	fynetheme.ColorNameOverlayBackground, fynetheme.ColorNamePlaceHolder, fynetheme.ColorNamePressed,
	fynetheme.ColorNamePrimary, fynetheme.ColorNameScrollBar, fynetheme.ColorNameScrollBarBackground,
	fynetheme.ColorNameSelection, fynetheme.ColorNameSeparator, fynetheme.ColorNameShadow,
	fynetheme.ColorNameSuccess, fynetheme.ColorNameWarning,
}

func TestEveryFyneColourIsOurs(t *testing.T) {
	theme := newTheme(t, FollowSystem)
	for _, name := range fyneColours {
		if _, ok := toneOf(name); !ok {
			t.Errorf("%s is left to the toolkit", name)
		}
		light := theme.Color(name, fynetheme.VariantLight)
		dark := theme.Color(name, fynetheme.VariantDark)
		if light == dark {
			t.Errorf("%s is the same in light and dark", name)
		}
		requireVisible(t, name, light)
		requireVisible(t, name, dark)
	}
}

// requireVisible fails for a colour that would paint nothing; only the declared
// veils may let what is under them shine through.
func requireVisible(t *testing.T, name fyne.ThemeColorName, c color.Color) {
	t.Helper()
	_, isVeil := veils[name]
	alpha := c.(color.NRGBA).A
	if alpha == 0 || !isVeil && alpha != 0xFF {
		t.Errorf("%s has alpha %d", name, alpha)
	}
}

func TestEveryWidgetColourNamesAToken(t *testing.T) {
	for name, token := range widgetTokens {
		if _, ok := tokens[token]; !ok {
			t.Errorf("%s names %s, which has no colour", name, token)
		}
	}
}

func TestUnknownNamesGoToTheToolkit(t *testing.T) {
	test.NewTempApp(t)
	theme := newTheme(t, Dark)
	toolkit := fynetheme.DefaultTheme()
	want := toolkit.Color(fynetheme.ColorRed, fynetheme.VariantDark)
	if got := theme.Color(fynetheme.ColorRed, fynetheme.VariantLight); got != want {
		t.Errorf("a colour of the toolkit's palette is %v, want %v", got, want)
	}
	size := fynetheme.SizeNameWindowTitleBarHeight
	if got, want := theme.Size(size), toolkit.Size(size); got != want || got == 0 {
		t.Errorf("title bar is %v high, want %v", got, want)
	}
}

func TestPreferenceOutranksTheSystem(t *testing.T) {
	paper := tokens[ColorPaper]
	tests := []struct {
		preference Preference
		system     fyne.ThemeVariant
		want       color.NRGBA
	}{
		{FollowSystem, fynetheme.VariantLight, paper.light},
		{FollowSystem, fynetheme.VariantDark, paper.dark},
		{Light, fynetheme.VariantDark, paper.light},
		{Dark, fynetheme.VariantLight, paper.dark},
		{"no such choice", fynetheme.VariantDark, paper.dark},
	}
	base := newTheme(t, FollowSystem)
	for _, test := range tests {
		if got := base.With(test.preference).Color(ColorPaper, test.system); got != test.want {
			t.Errorf("%q, system %d: paper is %v, want %v", test.preference, test.system, got, test.want)
		}
	}
	if base.preference != FollowSystem {
		t.Error("With changed the theme it was called on")
	}
}

func TestNewNamesTheAbsentFile(t *testing.T) {
	empty := fstest.MapFS{}
	tests := []struct {
		sources Sources
		want    string
	}{
		{Sources{Fonts: empty, Icons: assets.Icons()}, ".ttf"},
		{Sources{Fonts: assets.Fonts(), Icons: empty}, ".svg"},
	}
	for _, test := range tests {
		_, err := New(test.sources, Light)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error = %v, want one that names a %s file", err, test.want)
		}
	}
}

func TestEveryDrawingIsAnIcon(t *testing.T) {
	theme := newTheme(t, Light)
	drawings, err := fs.Glob(assets.Icons(), "*.svg")
	if err != nil {
		t.Fatal(err)
	}
	if want := len(iconNames) + 1; len(drawings) != want { // and the program's own
		t.Errorf("%d drawings, want %d", len(drawings), want)
	}
	for _, name := range iconNames {
		if _, ok := theme.Icon(name).(fyne.ThemedResource); !ok {
			t.Errorf("%s does not take the colour of the text", name)
		}
	}
	if theme.Icon(fynetheme.IconNameHome) == nil {
		t.Error("the toolkit's icons are lost")
	}
}

func TestFacesByStyle(t *testing.T) {
	base := newTheme(t, Light)
	tests := []struct {
		theme fyne.Theme
		style fyne.TextStyle
		want  string
	}{
		{base, fyne.TextStyle{}, "NotoSansSC-Regular.ttf"},
		{base, fyne.TextStyle{Italic: true}, "NotoSansSC-Regular.ttf"},
		{base, fyne.TextStyle{Bold: true, Italic: true}, "NotoSansSC-Bold.ttf"},
	}
	for _, test := range tests {
		if got := test.theme.Font(test.style).Name(); got != test.want {
			t.Errorf("%+v is set in %s, want %s", test.style, got, test.want)
		}
	}
	if base.Serif().Name() != "NotoSerifSC-Regular.ttf" || base.Masthead().Name() != "NotoSerifSC-Black.ttf" || base.Heading().Name() != "NotoSansSC-Bold.ttf" {
		t.Errorf("serif %s, masthead %s, heading %s", base.Serif().Name(), base.Masthead().Name(), base.Heading().Name())
	}
}
