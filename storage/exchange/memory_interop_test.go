//go:build interop && linux

package exchange

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// alone tells the test that it is the process whose memory is measured.
const alone = "JIANBAO_MEASURE_MEMORY"

var peakMemory = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// TestMemoryForFourHundredPages exports 400 pages in every format, with the reading back,
// in a process of its own, which then asks the system for the most that it held. (The
// usage that a process that ended leaves behind counts its parent's memory too.)
func TestMemoryForFourHundredPages(t *testing.T) {
	if os.Getenv(alone) != "" {
		if _, err := Export(t.Context(), t.TempDir(), times(realIssue(t), 104), Formats(), final); err != nil {
			t.Fatal(err)
		}
		status, err := os.ReadFile("/proc/self/status")
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s", peakMemory.Find(status))
		return
	}
	const most = 250 << 10 // KB
	c := exec.Command(os.Args[0], "-test.v", "-test.run=^TestMemoryForFourHundredPages$")
	c.Env = append(os.Environ(), alone+"=1")
	out, err := c.CombinedOutput()
	found := peakMemory.FindSubmatch(out)
	if err != nil || found == nil {
		t.Fatalf("%v\n%s", err, out)
	}
	peak, err := strconv.Atoi(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("peak resident memory: %d MB", peak>>10)
	if peak > most {
		t.Errorf("more than %d MB", most>>10)
	}
}
