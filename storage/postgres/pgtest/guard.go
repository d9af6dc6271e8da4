package pgtest

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
)

// watch is run beside the tests. Its input ends when their process does,
// however that ended; then it ends every server below the folder and removes
// the folder.
const watch = `
trap '' HUP INT TERM
read -r line
for file in "$1"/*/postmaster.pid; do
	[ -f "$file" ] || continue
	pid=$(head -n 1 "$file")
	kill -QUIT "$pid" 2>/dev/null || continue
	tries=0
	while kill -0 "$pid" 2>/dev/null && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
	kill -KILL "$pid" 2>/dev/null
done
rm -rf "$1"
`

// guard owns the folder of all clusters of this process and who ends them.
type guard struct {
	mu     sync.Mutex
	folder string
	watch  *exec.Cmd
	line   io.Closer // closed, the watch goes to work
	made   int
}

var guarded guard

// newFolder returns the path of a folder for one more cluster, not yet there.
func (g *guard) newFolder() (string, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.watch == nil {
		if err := g.begin(); err != nil {
			return "", err
		}
	}
	g.made++
	return filepath.Join(g.folder, strconv.Itoa(g.made)), nil
}

func (g *guard) begin() error {
	who, err := owner()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "pgtest")
	if err != nil {
		return err
	}
	if err := who.give(folder); err != nil {
		return err
	}
	cmd := exec.Command("/bin/sh", "-c", watch, "sh", folder)
	ownGroup(cmd)
	line, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("pgtest: nobody would end the servers: %w", err)
	}
	g.folder, g.watch, g.line = folder, cmd, line
	return nil
}

// end ends all clusters now.
func (g *guard) end() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.watch == nil {
		return
	}
	_ = g.line.Close()
	_ = g.watch.Wait() // it says nothing, and there is nobody to tell
	g.watch = nil
}
