package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoNetworkCall runs the demo, from an office newly set up to the files sent
// out and everything verified, and looks at the calls that the process made to
// the system: none may be for a socket of the Internet.
func TestNoNetworkCall(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("there is no strace here to watch the program with")
	}
	calls := filepath.Join(t.TempDir(), "calls")
	run := exec.Command("strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto,clone,clone3", "-o", calls,
		os.Args[0], "-test.run=^TestScripts$/^demo$")
	out, err := run.CombinedOutput()
	seen, readErr := os.ReadFile(calls)
	if readErr != nil || !strings.Contains(string(seen), "clone") {
		t.Skipf("strace may not watch programs here: %v: %s", err, out)
	}
	if err != nil {
		t.Fatalf("the demo failed: %v\n%s", err, out)
	}
	for line := range strings.Lines(string(seen)) {
		if strings.Contains(line, "AF_INET") {
			t.Errorf("a network call: %s", line)
		}
	}
}
