package pgtest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	startLimit = 60 * time.Second
	startLook  = 10 * time.Millisecond
)

// Start starts the server and waits until it takes connections.
func (c *Cluster) Start() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.running() {
		return errors.New("pgtest: the server runs already")
	}
	cmd, err := command("postgres", c.arguments()...)
	if err != nil {
		return err
	}
	log, err := os.OpenFile(c.folder+".log", os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Dir, cmd.Stdout, cmd.Stderr = filepath.Dir(c.folder), log, log
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait() // how it ended stands in its log
		close(ended)
	}()
	c.cmd, c.ended = cmd, ended
	return c.ready()
}

// ready waits until the server says in its file that it takes connections.
func (c *Cluster) ready() error {
	look, limit := time.NewTicker(startLook), time.NewTimer(startLimit)
	defer look.Stop()
	defer limit.Stop()
	for {
		select {
		case <-c.ended:
			return fmt.Errorf("pgtest: the server ended as it started:\n%s", c.Log())
		case <-limit.C:
			return fmt.Errorf("pgtest: the server is not ready after %s:\n%s", startLimit, c.Log())
		case <-look.C:
			if c.says() == "ready" {
				return nil
			}
		}
	}
}

// says is the state that this very server wrote last, "" for none yet.
func (c *Cluster) says() string {
	data, err := os.ReadFile(filepath.Join(c.folder, "postmaster.pid"))
	lines := strings.Split(string(data), "\n")
	if err != nil || len(lines) < 8 || lines[0] != fmt.Sprint(c.cmd.Process.Pid) {
		return ""
	}
	return strings.TrimSpace(lines[7])
}

func (c *Cluster) running() bool {
	if c.cmd == nil {
		return false
	}
	select {
	case <-c.ended:
		return false
	default:
		return true
	}
}

// Stop ends the server in order: open connections are closed, all is on disk.
func (c *Cluster) Stop() error { return c.end(func() error { return c.cmd.Process.Signal(interrupt) }) }

// Kill ends the server and all its processes at once, as loss of power would.
func (c *Cluster) Kill() error {
	return c.end(func() error {
		helpers := children(c.cmd.Process.Pid)
		if err := slay(c.cmd.Process); err != nil {
			return err
		}
		<-c.ended
		return gone(helpers)
	})
}

// Restart starts a server again, running or killed, on the same port.
func (c *Cluster) Restart() error {
	if err := c.Stop(); err != nil {
		return err
	}
	return c.Start()
}

// end does nothing to a server that does not run.
func (c *Cluster) end(how func() error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.running() {
		return nil
	}
	if err := how(); err != nil {
		return err
	}
	select {
	case <-c.ended:
		return nil
	case <-time.After(startLimit):
		return fmt.Errorf("pgtest: the server does not end:\n%s", c.Log())
	}
}

// gone waits until processes are.
func gone(pids []int) error {
	for limit := time.Now().Add(startLimit); len(pids) > 0; {
		if !alive(pids[0]) {
			pids = pids[1:]
			continue
		}
		if time.Now().After(limit) {
			return fmt.Errorf("pgtest: process %d outlives its server", pids[0])
		}
		time.Sleep(startLook)
	}
	return nil
}

// clear takes the files of an ended server away, and the piece of shared memory
// that a killed one leaves behind.
func (c *Cluster) clear() error {
	data, err := os.ReadFile(filepath.Join(c.folder, "postmaster.pid"))
	lines := strings.Split(string(data), "\n")
	if err == nil && len(lines) > 6 {
		if memory := strings.Fields(lines[6]); len(memory) == 2 { // its key and its number
			_ = exec.Command("ipcrm", "-m", memory[1]).Run() // 56 bytes, not worth failing for
		}
	}
	return os.RemoveAll(c.folder)
}

// Log is the end of what the server said.
func (c *Cluster) Log() string {
	data, err := os.ReadFile(c.folder + ".log")
	if err != nil {
		return err.Error()
	}
	const most = 4000
	return string(bytes.ToValidUTF8(data[max(0, len(data)-most):], nil))
}

// remove ends the cluster and takes its files away.
func (c *Cluster) remove(tb testing.TB) {
	if tb.Failed() {
		tb.Logf("the server on port %d said last:\n%s", c.port, c.Log())
	}
	err := c.end(func() error { return c.cmd.Process.Signal(quit) })
	if err := errors.Join(err, c.clear(), os.RemoveAll(c.folder+".log"), os.RemoveAll(c.folder+".password")); err != nil {
		tb.Error(err)
	}
}
