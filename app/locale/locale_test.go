package locale_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	_ "jianbao/app/locale"
)

// TestFyneHasNothingToComplainOf runs this test program again in the locale of a
// bare system: Fyne's language support must find one that it can parse.
func TestFyneHasNothingToComplainOf(t *testing.T) {
	if os.Getenv("JIANBAO_LOCALE_CHILD") != "" {
		t.Log(lang.SystemLocale())
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=TestFyneHasNothingToComplainOf")
	cmd.Env = append(os.Environ(), "JIANBAO_LOCALE_CHILD=1", "LC_ALL=C.UTF-8", "LANGUAGE=")
	said, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(said), "locale") {
		t.Errorf("%v\n%s", err, said)
	}
}
