package cli

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPagesAreDrawn(t *testing.T) {
	t.Chdir(t.TempDir())
	body := strings.Repeat("　　走访三百一十二户，办结诉求四百件。\n\n", 40)
	write(t, "issue.txt", "云州市政务情况简报\n第1期\n云州市政务信息办公室\n2026年1月5日\n\n标题一句\n\n"+body+"（办公室）\n\n报：市委。\n")
	var made imported
	run(t, &made, "import", "issue.txt")
	var got pictured
	run(t, &got, "pages", made.ID, "--png", "pictures", "--wide-margin", "--sentences")
	if got.Pages < 3 || len(got.Files) != got.Pages || got.OddLast != (got.Pages%2 == 1) {
		t.Errorf("%+v", got)
	}
	for _, path := range got.Files {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		config, err := png.DecodeConfig(file)
		file.Close()
		if err != nil || config.Width != 909 || config.Height != 1286 {
			t.Errorf("%s: %d×%d, %v", path, config.Width, config.Height, err)
		}
	}
	status, out, _ := try("pages", made.ID)
	if status != 0 || strings.Contains(out, "{") || strings.Contains(out, "page.") {
		t.Errorf("pages ends with %d and says %q", status, out)
	}
	write(t, "taken", "")
	if status, _, errs := try("pages", made.ID, "--png", filepath.Join("taken", "x")); status != exitFailed || errs == "" {
		t.Errorf("a folder that cannot be made ends with %d: %q", status, errs)
	}
}
