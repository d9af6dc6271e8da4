//go:build team

package teamtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// tick is the unit in which Linux counts processor time.
const tick = 10 * time.Millisecond

// processor is how much processor time a process and its children used; zero
// where the system does not tell.
type usage struct {
	own, children time.Duration
	parent        int
}

func usageOf(pid string) (usage, bool) {
	data, err := os.ReadFile(filepath.Join("/proc", pid, "stat"))
	_, tail, found := strings.Cut(string(data), ") ")
	fields := strings.Fields(tail)
	if err != nil || !found || len(fields) < 15 {
		return usage{}, false
	}
	count := func(i int) time.Duration {
		n, _ := strconv.Atoi(fields[i]) // always a number
		return time.Duration(n) * tick
	}
	parent, _ := strconv.Atoi(fields[1])
	return usage{count(11) + count(12), count(13) + count(14), parent}, true
}

// programUsed is the processor time of this process.
func programUsed() time.Duration {
	u, _ := usageOf("self")
	return u.own
}

// serverUsed is the processor time of the server that listens on a port: of the
// process that does, of those it started, and of those that ended.
func serverUsed(port string) time.Duration {
	listens, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range listens {
		line, _ := os.ReadFile(path) // a process may have ended meanwhile
		pid := filepath.Base(filepath.Dir(path))
		if u, ok := usageOf(pid); ok && strings.Contains(string(line), "postgres\x00-D") && strings.Contains(string(line), "port="+port+"\x00") {
			return u.own + u.children + childrenUsed(pid, listens)
		}
	}
	return 0
}

func childrenUsed(parent string, all []string) time.Duration {
	sum := time.Duration(0)
	for _, path := range all {
		if u, ok := usageOf(filepath.Base(filepath.Dir(path))); ok && strconv.Itoa(u.parent) == parent {
			sum += u.own
		}
	}
	return sum
}

// machine says what everything ran on, and what else it was doing.
func machine(processors int) string {
	model := "unknown processor"
	info, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(info)) {
		if name, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == "model name" {
			model = strings.TrimSpace(value)
		}
	}
	busy, _ := os.ReadFile("/proc/loadavg")
	load, _, _ := strings.Cut(string(busy), " ")
	return fmt.Sprintf("%d × %s, load before %s", processors, model, load)
}
