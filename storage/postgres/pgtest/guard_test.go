package pgtest

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// child is a test program that starts a cluster, says where and which, and
// waits to be killed.
func child(m *testing.M) {
	c, err := shared()
	if err != nil {
		panic(err)
	}
	fmt.Println(c.cmd.Process.Pid, c.folder)
	_, _ = os.Stdin.Read(make([]byte, 1))
	if os.Getenv("PGTEST_CHILD") == "exit" {
		os.Exit(0)
	}
	select {}
}

func TestNothingIsLeftOfAProcessThatEnds(t *testing.T) {
	needPrograms(t)
	for _, how := range []string{"exit", "kill"} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "PGTEST_CHILD="+how)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var pid int
		var folder string
		if _, err := fmt.Fscan(bufio.NewReader(out), &pid, &folder); err != nil {
			t.Fatal(err)
		}
		if how == "kill" {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
		in.Close()
		_ = cmd.Wait() // it is meant to die
		left(t, how, pid, filepath.Dir(folder))
	}
}

// left fails if a server or its files are still there after a while.
func left(t *testing.T, how string, pid int, folder string) {
	t.Helper()
	for limit := time.Now().Add(startLimit); time.Now().Before(limit); time.Sleep(startLook) {
		if _, err := os.Stat(folder); os.IsNotExist(err) && !alive(pid) {
			return
		}
	}
	t.Errorf("%s: process %d or %s is left", how, pid, folder)
}
