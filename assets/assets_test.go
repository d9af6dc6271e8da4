package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"strings"
	"testing"
)

func TestIconIsSquarePNG(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 512 || config.Height != 512 {
		t.Errorf("icon is %d×%d, want 512×512", config.Width, config.Height)
	}
}

func TestEveryFontHasItsLicence(t *testing.T) {
	fonts, err := fs.Glob(Fonts(), "*.ttf")
	if err != nil || len(fonts) == 0 {
		t.Fatalf("fonts = %v, %v", fonts, err)
	}
	for _, name := range fonts {
		family, _, _ := strings.Cut(name, "-")
		text, err := fs.ReadFile(Fonts(), family+"-OFL.txt")
		if err != nil || !bytes.Contains(text, []byte("SIL OPEN FONT LICENSE Version 1.1")) {
			t.Errorf("%s: no licence beside it (%v)", name, err)
		}
	}
}

// TestNoGPLFontInside keeps 仿宋 out of the binary, as its licence asks.
func TestNoGPLFontInside(t *testing.T) {
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if strings.Contains(strings.ToLower(path), "fandol") {
			t.Errorf("%s is embedded", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTranslationsComeInPairsWithTheSameKeys(t *testing.T) {
	chinese, err := fs.Glob(Translations(), "*.zh.json")
	if err != nil || len(chinese) == 0 {
		t.Fatalf("catalogues = %v, %v", chinese, err)
	}
	for _, name := range chinese {
		zh := catalogue(t, name)
		en := catalogue(t, strings.TrimSuffix(name, ".zh.json")+".en.json")
		requireKeys(t, name, zh, en)
		requireKeys(t, name, en, zh)
	}
}

func catalogue(t *testing.T, name string) map[string]string {
	t.Helper()
	text, err := fs.ReadFile(Translations(), name)
	if err != nil {
		t.Fatal(err)
	}
	sentences := map[string]string{}
	if err := json.Unmarshal(text, &sentences); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return sentences
}

func requireKeys(t *testing.T, name string, want, got map[string]string) {
	t.Helper()
	for key, sentence := range want {
		if sentence == "" || got[key] == "" {
			t.Errorf("%s: %q is missing in one language", name, key)
		}
	}
}
