package apptest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"jianbao/app/apptest/scene"
)

// Input methods that a display offers.
const (
	plainKeyboard = "keyboard-us"
	pinyin        = "pinyin"
)

// writeInputMethodSettings offers a plain keyboard and pinyin, for all windows together, starting plain.
func writeInputMethodSettings(t testing.TB, home string) {
	t.Helper()
	folder := filepath.Join(home, ".config/fcitx5")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	profile := fmt.Sprintf("[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=%[2]s\n\n"+
		"[Groups/0/Items/0]\nName=%[1]s\n\n[Groups/0/Items/1]\nName=%[2]s\n\n[GroupOrder]\n0=Default\n",
		plainKeyboard, pinyin)
	settings := "[Behavior]\nActiveByDefault=False\nShareInputState=All\nShowInputMethodInformation=False\n"
	for name, text := range map[string]string{"profile": profile, "config": settings} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// startInputMethod starts the input method, which must not be running, and waits until programs can reach it.
func (d *display) startInputMethod(t testing.TB) {
	t.Helper()
	d.inputMethod = d.start(t, exec.Command("fcitx5", "--disable=wayland,cloudpinyin,notifications"), nil)
	d.await(t, "an input method", "XIM_SERVERS", "=")
}

// use makes the input method listen to keys as the named one does.
func (d *display) use(t testing.TB, method string) {
	t.Helper()
	var current string
	ok := until(func() bool {
		if _, err := d.run("fcitx5-remote", "-s", method); err != nil {
			return false
		}
		current, _ = d.run("fcitx5-remote", "-n")
		return current == method
	})
	if !ok {
		t.Fatalf("input method stays %q, wanted %q", current, method)
	}
}

// candidates returns the place of the candidate window on the screen; it has hardly any size until there are
// candidates in it, and none when it is not shown.
func (d *display) candidates() scene.Rect {
	window, err := d.run("xdotool", "search", "--onlyvisible", "--class", "fcitx")
	if err != nil || window == "" {
		return scene.Rect{}
	}
	return d.place(window)
}

// geometry is a line of xdotool's answer to the question for a window's place.
var geometry = regexp.MustCompile(`(?m)^(X|Y|WIDTH|HEIGHT)=(-?\d+)$`)

// place returns a window's place on the screen; it is empty if there is no such window.
func (d *display) place(window string) (r scene.Rect) {
	text, err := d.run("xdotool", "getwindowgeometry", "--shell", window)
	if err != nil {
		return r
	}
	side := map[string]*int{"X": &r.X, "Y": &r.Y, "WIDTH": &r.W, "HEIGHT": &r.H}
	for _, m := range geometry.FindAllStringSubmatch(text, -1) {
		*side[m[1]], _ = strconv.Atoi(m[2]) // the expression matches only numbers
	}
	return r
}
