package apptest

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// display is an X server without a screen, with all that a desktop gives a program: a window manager, a
// message bus, a Chinese input method. It lives as long as its test.
type display struct {
	logs        string
	env         []string // for programs on this display
	inputMethod *process
}

// openDisplay starts a display of the given size, as in "1366x768". Logs go to folder logs.
func openDisplay(t testing.TB, size, logs string) *display {
	t.Helper()
	home := t.TempDir()
	d := &display{logs: logs, env: privateEnvironment(home)}
	writeInputMethodSettings(t, home)

	number := firstLine(t, "X server", func(w *os.File) {
		const never = "600000" // milliseconds until a held key repeats: on a loaded machine a stroke may be slow
		d.start(t, exec.Command("Xvfb", "-displayfd", "1", "-screen", "0", size+"x24",
			"-nolisten", "tcp", "-noreset", "-ardelay", never), w)
	})
	d.env = append(d.env, "DISPLAY=:"+number)
	address := firstLine(t, "message bus", func(w *os.File) {
		d.start(t, exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"), w)
	})
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+address)

	manager := exec.Command("openbox")
	manager.Env = []string{"XMODIFIERS=@im=none"} // it would hang with an input method that ends
	d.start(t, manager, nil)
	d.await(t, "a window manager", "_NET_SUPPORTING_WM_CHECK", "window id")
	d.startInputMethod(t)
	return d
}

// start runs cmd on the display. Its standard output goes to out if that is not nil.
func (d *display) start(t testing.TB, cmd *exec.Cmd, out *os.File) *process {
	t.Helper()
	cmd.Env = slices.Concat(d.env, cmd.Env)
	if out != nil {
		cmd.Stdout = out
	}
	return start(t, d.logs, cmd)
}

// run runs a program of the display to its end and returns what it wrote.
func (d *display) run(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = d.env
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w %s", name, strings.Join(args, " "), err, complaint.String())
	}
	return strings.TrimSpace(string(out)), err
}

// await waits until a property of the root window says that somebody serves it.
func (d *display) await(t testing.TB, who, property, sign string) {
	t.Helper()
	var seen string
	ok := until(func() bool {
		seen, _ = d.run("xprop", "-root", property)
		return strings.Contains(seen, sign)
	})
	if !ok {
		t.Fatalf("the display got no %s: %s (logs in %s)", who, seen, d.logs)
	}
}

// firstLine gives serve a pipe to write to and returns the first line that comes through it.
func firstLine(t testing.TB, who string, serve func(*os.File)) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	serve(w)
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("%s did not start: %v", who, err)
	}
	return strings.TrimSpace(line)
}

// privateEnvironment returns the variables of a person with an empty home folder and no other settings.
func privateEnvironment(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"),
		"XDG_DATA_HOME=" + filepath.Join(home, ".local/share"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"XDG_RUNTIME_DIR=" + home,
		"LANG=zh_CN.UTF-8",
		"LC_CTYPE=C.UTF-8", // Chinese is not generated everywhere, and an input method needs UTF-8
		"XMODIFIERS=@im=fcitx",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"FYNE_SCALE=1",
	}
}
