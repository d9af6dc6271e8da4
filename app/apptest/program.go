package apptest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"jianbao/app/apptest/scene"
)

// Program says what a journey runs.
type Program struct {
	Package string   // Go import path of the main package
	Args    []string // command line
	Env     []string // NAME=value, beside the display's own
	Input   string   // what it reads from its standard input
	Size    string   // of the display, 1366x768 if empty
	Name    string   // tells it from the other programs of one test; "" where it is the only one
}

// builds remembers what has been built in this process: import path to a function that builds once.
var builds sync.Map

// build builds the package with its probe, once in a process, and returns the program's path.
func build(t testing.TB, root, pkg string) string {
	t.Helper()
	once, _ := builds.LoadOrStore(pkg, sync.OnceValues(func() (string, error) {
		path := filepath.Join(root, "build/e2e/bin", filepath.Base(pkg))
		cmd := exec.Command("go", "build", "-tags", "e2e", "-buildvcs=false", "-o", path, pkg)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("go build %s: %w\n%s", pkg, err, out)
		}
		return path, nil
	}))
	path, err := once.(func() (string, error))()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// repository returns the folder of go.mod above the working folder.
func repository(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		above := filepath.Dir(folder)
		if above == folder {
			t.Fatal("no go.mod above the test's folder")
		}
		folder = above
	}
}

// line is a conversation with the probe of a running program.
type line struct {
	connection net.Conn
	answers    *bufio.Reader
}

// dial connects to the probe at path; it fails while the program is not listening yet.
func dial(path string) (*line, error) {
	c, err := net.Dial("unix", path)
	if err != nil {
		return nil, err
	}
	return &line{connection: c, answers: bufio.NewReader(c)}, nil
}

// ask puts one question and waits for the answer. A program that stays busy for too long counts as lost.
func (l *line) ask(what string) (scene.Answer, error) {
	var a scene.Answer
	if err := l.connection.SetDeadline(time.Now().Add(2 * patience)); err != nil {
		return a, err
	}
	if err := json.NewEncoder(l.connection).Encode(scene.Question{Ask: what}); err != nil {
		return a, err
	}
	text, err := l.answers.ReadBytes('\n')
	if err != nil {
		return a, err
	}
	if err := json.Unmarshal(text, &a); err != nil {
		return a, err
	}
	if a.Error != "" {
		return a, errors.New(a.Error)
	}
	return a, nil
}
