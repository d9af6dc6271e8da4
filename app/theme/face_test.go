package theme

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/assets"
)

const fandolFolder = "../../assets/fonts/fandol"

func TestBundledFacesCoverOfficialText(t *testing.T) {
	want := append(gb2312(t), []rune("喆堃昇瑄玥珺祎彧镕䶮𬀩〇〔〕①⑳★☆○●✓✔✗×÷±℃‰←→↑↓⇔↷·…—～▾⏎☐☑")...)
	for r := rune(0x21); r < 0x7F; r++ {
		want = append(want, r)
	}
	for _, name := range bundledFonts(t) {
		face := bundled(t, name)
		for _, r := range want {
			if !face.Covers(r) {
				t.Errorf("%s lacks %c (%U)", name, r, r)
			}
		}
	}
}

func TestInterfaceFacesCoverTheTranslations(t *testing.T) {
	sans := []*Face{bundled(t, "NotoSansSC-Regular.ttf"), bundled(t, "NotoSansSC-Bold.ttf")}
	for name, text := range translations(t) {
		for _, r := range text {
			if r != '\n' && (!sans[0].Covers(r) || !sans[1].Covers(r)) {
				t.Errorf("%s: no glyph for %c (%U)", name, r, r)
			}
		}
	}
}

func TestBundledFacesAreSmall(t *testing.T) {
	const limit = 3_500_000 // bytes; a parsed face costs several times its file
	for _, name := range bundledFonts(t) {
		content, err := fs.ReadFile(assets.Fonts(), name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "NotoSans") && len(content) > limit {
			t.Errorf("%s has %d bytes, want at most %d", name, len(content), limit)
		}
	}
}

func TestBodyIsFangsongWhereItHasTheCharacter(t *testing.T) {
	fangsong, err := FindFangsong(fandolFolder)
	if err != nil {
		t.Fatal(err)
	}
	theme, err := New(Sources{Fonts: assets.Fonts(), Icons: assets.Icons(), Fangsong: fangsong}, Light)
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]string{
		'政': "FandolFang-Regular.otf",
		'。': "FandolFang-Regular.otf",
		'昇': "NotoSerifSC-Regular.ttf",
		'镕': "NotoSerifSC-Regular.ttf",
	} {
		if got := theme.Body(r).Name(); got != want {
			t.Errorf("%c is set in %s, want %s", r, got, want)
		}
	}
	if got := newTheme(t, Light).Body('政').Name(); got != "NotoSerifSC-Regular.ttf" {
		t.Errorf("without 仿宋 the body is set in %s", got)
	}
}

func TestFindFangsongPassesOverABrokenFile(t *testing.T) {
	t.Chdir(t.TempDir())
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "simfang.ttf"), []byte("ttcf, not one font"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := FindFangsong(broken)
	if !errors.Is(err, ErrNoFangsong) || !strings.Contains(err.Error(), "simfang.ttf") {
		t.Errorf("error = %v, want ErrNoFangsong that names simfang.ttf", err)
	}
	if _, err := FindFangsong(""); err != ErrNoFangsong {
		t.Errorf("error = %v, want just ErrNoFangsong", err)
	}
}

func TestFangsongIsFirstLookedForWhereTheUserSays(t *testing.T) {
	chosen, program := fangsongPlaces("chosen"), fangsongPlaces("")
	if len(program) == 0 || !slices.Equal(chosen, append([]string{"chosen"}, program...)) {
		t.Errorf("places = %q, without a choice %q", chosen, program)
	}
}

func bundledFonts(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(assets.Fonts(), "Noto*.ttf")
	if err != nil || len(names) != 4 {
		t.Fatalf("bundled fonts = %q, %v", names, err)
	}
	return names
}

func bundled(t *testing.T, name string) *Face {
	t.Helper()
	content, err := fs.ReadFile(assets.Fonts(), name)
	if err != nil {
		t.Fatal(err)
	}
	face, err := ParseFace(name, content)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// gb2312 decodes every cell of the code table.
func gb2312(t *testing.T) []rune {
	t.Helper()
	var runes []rune
	decoder := simplifiedchinese.HZGB2312.NewDecoder()
	for row := byte(0x21); row <= 0x77; row++ {
		for cell := byte(0x21); cell <= 0x7E; cell++ {
			text, err := decoder.String("~{" + string([]byte{row, cell}) + "~}")
			if r := []rune(text); err == nil && len(r) == 1 && r[0] != '\uFFFD' {
				runes = append(runes, r[0])
			}
		}
	}
	if len(runes) < 7445 {
		t.Fatalf("decoded %d characters of GB 2312, want at least 7445", len(runes))
	}
	return runes
}

func translations(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("catalogues = %q, %v", names, err)
	}
	texts := map[string]string{}
	for _, name := range names {
		content, err := fs.ReadFile(assets.Translations(), name)
		if err != nil {
			t.Fatal(err)
		}
		sentences := map[string]string{}
		if err := json.Unmarshal(content, &sentences); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, sentence := range sentences {
			texts[name] += sentence
		}
	}
	return texts
}
