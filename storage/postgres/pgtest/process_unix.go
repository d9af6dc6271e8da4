//go:build unix

package pgtest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// account is who runs the servers: PostgreSQL refuses to be run by root.
type account struct{ uid, gid int }

// owner returns this process's account, or for root that of postgres.
var owner = sync.OnceValues(func() (account, error) {
	if os.Geteuid() != 0 {
		return account{os.Geteuid(), os.Getegid()}, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return account{}, fmt.Errorf("pgtest: root may not run PostgreSQL, and nobody else is there for it: %w", err)
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return account{}, err
	}
	gid, err := strconv.Atoi(u.Gid)
	return account{uid, gid}, err
})

// ownGroup keeps a keyboard's interrupt from a command: the guard ends it.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// lend makes the account run a command.
func (a account) lend(cmd *exec.Cmd) {
	ownGroup(cmd)
	if a.uid != os.Geteuid() {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
}

// give makes a file the account's.
func (a account) give(path string) error {
	if a.uid == os.Geteuid() {
		return nil
	}
	return os.Chown(path, a.uid, a.gid)
}

// slay ends a server and all its processes as loss of power would: nothing runs
// another instruction. Where the system does not list processes, the server's
// children end by themselves when they miss it.
func slay(server *os.Process) error {
	if err := server.Signal(syscall.SIGSTOP); err != nil { // no new children
		return err
	}
	for _, pid := range children(server.Pid) {
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil && err != syscall.ESRCH {
			return err
		}
	}
	return server.Kill()
}

// children lists the processes that a process started.
func children(parent int) []int {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil
	}
	var found []int
	for _, path := range stats {
		data, err := os.ReadFile(path)
		if err != nil {
			continue // it ended meanwhile
		}
		pid, state, ppid := lineage(string(data))
		if ppid == parent && state != "Z" {
			found = append(found, pid)
		}
	}
	return found
}

// lineage reads a process, its state and its parent out of a line like
// "12 (a name (any)) S 11 …", zeros out of another.
func lineage(stat string) (pid int, state string, parent int) {
	head, _, _ := strings.Cut(stat, " ")
	rest := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(rest) < 2 {
		return 0, "", 0
	}
	pid, _ = strconv.Atoi(head)
	parent, _ = strconv.Atoi(rest[1])
	return pid, rest[0], parent
}

// interrupt and quit ask a server to end: in order, and at once.
var interrupt, quit os.Signal = syscall.SIGINT, syscall.SIGQUIT

// alive reports whether a process runs; one that ended and that nobody asked
// about yet (a zombie) does not.
func alive(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	_, state, _ := lineage(string(stat))
	return err != nil || state != "Z"
}
