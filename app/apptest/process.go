package apptest

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// patience is how long a word of the language waits for the state that it needs.
const patience = 20 * time.Second

// pollEvery is the time between two looks while waiting.
const pollEvery = 30 * time.Millisecond

// process is a program that the journey started and will end.
type process struct {
	name  string
	log   string // path of its output
	cmd   *exec.Cmd
	ended chan struct{} // closed when it has ended
}

// start runs cmd with its output in logs and ends it with the test.
func start(t testing.TB, logs string, cmd *exec.Cmd) *process {
	t.Helper()
	name := filepath.Base(cmd.Path)
	p := &process{name: name, log: filepath.Join(logs, name+".log"), cmd: cmd, ended: make(chan struct{})}
	out, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if cmd.Stdout == nil {
		cmd.Stdout = out
	}
	cmd.Stderr = out
	endWithParent(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s does not start: %v (make e2e installs what is needed)", name, err)
	}
	go func() {
		_ = cmd.Wait() // how it ended is read from ProcessState
		close(p.ended)
	}()
	t.Cleanup(p.stop)
	return p
}

// running tells whether p has not ended.
func (p *process) running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// stop ends p at once, except that an X server is asked to, so that it takes its lock and socket with it.
func (p *process) stop() {
	if !p.running() {
		return
	}
	farewell := syscall.SIGKILL
	if p.name == "Xvfb" {
		farewell = syscall.SIGTERM
	}
	_ = p.cmd.Process.Signal(farewell) // it may have ended meanwhile
	<-p.ended
}

// said returns the end of what p has written.
func (p *process) said() string {
	const most = 2000
	text, err := os.ReadFile(p.log)
	if err != nil {
		return err.Error()
	}
	return string(text[max(0, len(text)-most):])
}

// until looks every so often whether ok holds, and tells whether it did before patience ran out.
func until(ok func() bool) bool {
	for deadline := time.Now().Add(patience); ; time.Sleep(pollEvery) {
		if ok() {
			return true
		}
		if time.Now().After(deadline) {
			return false
		}
	}
}
