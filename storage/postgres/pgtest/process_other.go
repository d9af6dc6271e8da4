//go:build !unix

package pgtest

import (
	"errors"
	"os"
	"os/exec"
)

// account is who runs the servers.
type account struct{}

// owner says that tests have no servers here.
func owner() (account, error) {
	return account{}, errors.New("pgtest: servers for tests are started on Unix only")
}

func ownGroup(*exec.Cmd) {}

func (account) lend(*exec.Cmd) {}

func (account) give(string) error { return nil }

func slay(server *os.Process) error { return server.Kill() }

func children(int) []int { return nil }

var interrupt, quit os.Signal = os.Interrupt, os.Kill

func alive(int) bool { return false }
