package apptest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jianbao/app/apptest/scene"
)

// Journey is a program in a window, and the person at it.
type Journey struct {
	t        testing.TB
	display  *display
	program  Program
	path     string // of the built program
	folder   string // for pictures and logs
	process  *process
	line     *line
	pictures int
}

// Start opens a display, starts the program on it and waits until its window has come to rest. Everything
// ends with the test.
func Start(t testing.TB, p Program) *Journey {
	t.Helper()
	if p.Size == "" {
		p.Size = "1366x768"
	}
	root := repository(t)
	folder := filepath.Join(root, "build/e2e", strings.ReplaceAll(t.Name(), "/", "-"), p.Name)
	logs := filepath.Join(folder, "logs")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(logs, 0o755); err != nil {
		t.Fatal(err)
	}
	j := &Journey{t: t, program: p, folder: folder, path: build(t, root, p.Package)}
	j.display = openDisplay(t, p.Size, logs)
	j.Restart()
	return j
}

// Restart starts the program, which must not be running, once more on the same display with the same home.
func (j *Journey) Restart() {
	j.t.Helper()
	folder, err := os.MkdirTemp("", "e2e") // a socket's path must be short
	if err != nil {
		j.t.Fatal(err)
	}
	j.t.Cleanup(func() { os.RemoveAll(folder) })
	socket := filepath.Join(folder, "probe")
	cmd := exec.Command(j.path, j.program.Args...)
	cmd.Env = append([]string{scene.SocketVariable + "=" + socket}, j.program.Env...)
	cmd.Stdin = strings.NewReader(j.program.Input)
	j.process = j.display.start(j.t, cmd, nil)
	connected := until(func() bool {
		j.line, err = dial(socket)
		return err == nil || !j.process.running()
	})
	if !connected || err != nil {
		j.fail("the program to open its window", scene.Scene{})
	}
	j.t.Cleanup(func() { j.line.connection.Close() })
	j.wait("a window", func(s scene.Scene) bool { return s.Window != 0 && len(s.Objects) > 0 })
	j.use(plainKeyboard)
}

// Kill ends the program as a power cut would, so that it can do nothing more.
func (j *Journey) Kill() {
	j.t.Helper()
	if err := j.process.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		j.t.Fatal(err)
	}
	<-j.process.ended
}

// Close asks the program to close its window, as the button in the window's frame does.
func (j *Journey) Close() {
	j.t.Helper()
	if _, err := j.display.run("wmctrl", "-i", "-c", fmt.Sprintf("%#x", j.look().Window)); err != nil {
		j.t.Fatal(err)
	}
	j.settle()
}

// WaitExit waits until the program has ended by itself, which it must do without an error.
func (j *Journey) WaitExit() {
	j.t.Helper()
	if !until(func() bool { return !j.process.running() }) {
		j.fail("the program to end", j.look())
	}
	if state := j.process.cmd.ProcessState; !state.Success() {
		j.t.Fatalf("the program ended with %v:\n%s", state, j.process.said())
	}
}

// Shot takes a picture of the whole screen, once it is at rest, for somebody to look at.
func (j *Journey) Shot(name string) {
	j.t.Helper()
	j.look()
	j.photograph(name)
}

func (j *Journey) photograph(name string) {
	j.t.Helper()
	j.pictures++
	path := filepath.Join(j.folder, fmt.Sprintf("%02d-%s.png", j.pictures, name))
	if _, err := j.display.run("import", "-window", "root", path); err != nil {
		j.t.Errorf("no picture: %v", err)
	}
}

// look waits until the program is idle and returns what it shows.
func (j *Journey) look() scene.Scene {
	j.t.Helper()
	if _, err := j.line.ask(scene.AskIdle); err != nil {
		j.lost(err)
	}
	a, err := j.line.ask(scene.AskScene)
	if err != nil {
		j.lost(err)
	}
	return a.Scene
}

// settle waits until the program is idle. What was done may well have ended the program.
func (j *Journey) settle() {
	j.t.Helper()
	if _, err := j.line.ask(scene.AskIdle); err != nil && !until(func() bool { return !j.process.running() }) {
		j.lost(err)
	}
}

// lost ends the test because the program no longer answers.
func (j *Journey) lost(err error) {
	j.t.Helper()
	j.t.Fatalf("the program no longer answers: %v\n%s", err, j.process.said())
}

// wait returns what is shown as soon as ok holds of it, and fails the test if that does not happen.
func (j *Journey) wait(what string, ok func(scene.Scene) bool) scene.Scene {
	j.t.Helper()
	var s scene.Scene
	if !until(func() bool { s = j.look(); return ok(s) }) {
		j.fail(what, s)
	}
	return s
}

// fail ends the test with a picture and with what was on the screen in place of what was awaited.
func (j *Journey) fail(awaited string, s scene.Scene) {
	j.t.Helper()
	j.photograph("failed")
	j.t.Fatalf("waited %v for %s.\nOn the screen (layer, kind, place, text):\n%s\nPicture and logs: %s\nThe program said:\n%s",
		patience, awaited, s, j.folder, j.process.said())
}
