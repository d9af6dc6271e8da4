package app

import (
	"strings"
	"testing"
	"time"

	"jianbao/app/setup"
)

// locked reports whether the window is covered, and that the cover is in front.
func locked(w *window) bool {
	return w.idle.cover != nil && w.win.Canvas().Overlays().Top() == w.idle.cover
}

func TestAWindowNobodyWorksAtLocksAndOpensByThePIN(t *testing.T) {
	w := officeWindow(t)
	people, err := setup.SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	w.touch()
	w.lockIdle(w.idle.since.Add(usualIdle*time.Minute - time.Second))
	if locked(w) {
		t.Fatal("locked too early")
	}
	w.lockIdle(w.idle.since.Add(usualIdle * time.Minute))
	if !locked(w) || !strings.Contains(w.front(), people[0].Name) {
		t.Fatalf("not locked: %q", w.front())
	}
	screen := w.current
	w.toPrefs() // a command would be refused: see run; the screen itself stays covered
	if !locked(w) {
		t.Fatal("another screen took the cover away")
	}
	w.show(screen)
	w.unlock(people[0].Name, "0000")
	w.tap(t, w.Words().T("button.close"))
	if !locked(w) {
		t.Fatal("a wrong PIN opened the window")
	}
	w.unlock(people[0].Name, people[0].PIN)
	if w.idle.cover != nil || w.front() != "" {
		t.Fatalf("still locked: %q", w.front())
	}
}

func TestWorkingKeepsTheWindowOpen(t *testing.T) {
	w := officeWindow(t)
	w.idle.since = time.Time{}
	w.Changed()
	if time.Since(w.idle.since) > time.Minute {
		t.Error("a change on the screen is not taken for work")
	}
	w.SetIdle(0)
	w.lockIdle(w.idle.since.Add(24 * time.Hour))
	if locked(w) {
		t.Error("locked although it never should")
	}
	if w.Idle() != 0 {
		t.Errorf("locks after %d minutes", w.Idle())
	}
}
