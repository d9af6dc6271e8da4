//go:build unix

package exchange

import (
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
)

// A limit on the size of files is the nearest thing to a full disk that needs
// no rights. It binds the whole process, so another one is started for it.
func TestDeliverDiskFull(t *testing.T) {
	const marker = "JIANBAO_TEST_SMALL_FILES"
	if dir := os.Getenv(marker); dir != "" {
		deliverIntoLimit(t, dir)
		return
	}
	dir := t.TempDir()
	child := exec.Command(os.Args[0], "-test.run=^TestDeliverDiskFull$", "-test.v")
	child.Env = append(os.Environ(), marker+"="+dir)
	if out, err := child.CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS") {
		t.Errorf("%v\n%s", err, out)
	}
	if files := contents(t, dir); len(files) != 0 {
		t.Errorf("folder holds %d files", len(files))
	}
}

func deliverIntoLimit(t *testing.T, dir string) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
		t.Skipf("this system sets no limit on file sizes: %v", err)
	}
	if _, err := Deliver(t.Context(), dir, "a", writes(strings.Repeat("字", 4096)), passes); codeOf(err) != CodeDiskFull {
		t.Errorf("%v, want %s", err, CodeDiskFull)
	}
}
