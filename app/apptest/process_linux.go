package apptest

import (
	"os/exec"
	"syscall"
)

// endWithParent has the system end cmd when the test program dies without cleaning up.
func endWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
