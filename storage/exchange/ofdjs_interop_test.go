//go:build interop

package exchange

import (
	"bytes"
	"encoding/base64"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ofdPage is a page of HTML that shows an OFD by ofd.js and then says so.
const ofdPage = `<html><body><div id="out"></div><div id="status">waiting</div><script src="ofd.js"></script><script>
const say = s => document.getElementById("status").textContent = s
window.onerror = say
const bytes = Uint8Array.from(atob("CONTENT"), c => c.charCodeAt(0))
ofd.parseOfdDocument({ofd: new File([bytes], "a.ofd"), fail: say, success(res) {
	ofd.renderOfd(794, res[0]).forEach(page => document.getElementById("out").appendChild(page))
	say("shown")
}})
</script></body></html>`

// ofd.js 0.2.6 in Chromium shows the pages of our OFD, with the same words.
func TestOFDJSShowsTheSameWords(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed; the OFD is not shown")
	}
	dir := t.TempDir()
	fetchOFDJS(t, dir)
	var file bytes.Buffer
	if err := writeOFD(&file, &job{bulletin: sample(), meta: final}); err != nil {
		t.Fatal(err)
	}
	page := strings.Replace(ofdPage, "CONTENT", base64.StdEncoding.EncodeToString(file.Bytes()), 1)
	path := filepath.Join(dir, "page.html")
	if err := os.WriteFile(path, []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	dom := outputOf(t, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
		"--user-data-dir="+t.TempDir(), "--virtual-time-budget=20000", "--dump-dom", "file://"+path)
	_, shown, _ := strings.Cut(dom, `<div id="out">`)
	shown, status, ok := strings.Cut(shown, `<div id="status">`)
	if !ok || !strings.HasPrefix(status, "shown") {
		t.Fatalf("ofd.js says %.80q", status)
	}
	words := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(shown, ""))
	words = regexp.MustCompile(`— \d+ —`).ReplaceAllString(words, "")
	if d, ok := firstDifference([]string{unspaced(strings.Join(printed(sample()), ""))}, []string{unspaced(words)}); ok {
		t.Error(d.failure())
	}
}

// fetchOFDJS puts the script into a folder, from the registry of npm.
func fetchOFDJS(t *testing.T, dir string) {
	t.Helper()
	pack := exec.CommandContext(t.Context(), "npm", "pack", "--silent", "ofd.js@0.2.6")
	pack.Dir = dir
	if said, err := pack.CombinedOutput(); err != nil {
		t.Skipf("npm could not fetch ofd.js; the OFD is not shown: %v\n%s", err, said)
	}
	outputOf(t, "tar", "-xzf", filepath.Join(dir, "ofd.js-0.2.6.tgz"), "-C", dir)
	if err := os.Rename(filepath.Join(dir, "package", "lib", "ofd.umd.min.js"), filepath.Join(dir, "ofd.js")); err != nil {
		t.Fatal(err)
	}
}
