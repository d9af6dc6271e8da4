package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jianbao/app/command"
	"jianbao/app/screen"
	"jianbao/app/screen/about"
	"jianbao/app/screen/desk"
	"jianbao/app/screen/intake"
	"jianbao/app/screen/prefs"
	"jianbao/app/screen/screentest"
	"jianbao/app/setup"
	"jianbao/review"
)

// drafter, editor and checker are the people of the sample.
var drafter, editor = "李知远", "王敏"

// officeWindow is a main window at which the drafter of an office of three sits.
func officeWindow(t *testing.T) *window {
	t.Helper()
	w := testWindow(t)
	people, err := setup.SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.program.AddPeople(t.Context(), people); err != nil {
		t.Fatal(err)
	}
	w.sitDown(t.Context(), true)
	w.Home()
	return w
}

// front is what the dialog in front says, "" where none is open.
func (w *window) front() string {
	if w.win.Canvas().Overlays().Top() == nil {
		return ""
	}
	return screentest.Reads(screentest.Top(w.win.Canvas()))
}

func (w *window) tap(t *testing.T, text string) {
	t.Helper()
	if !screentest.Tap(w.win.Canvas(), text) {
		t.Fatalf("nothing to click that says %q in\n%s", text, screentest.Reads(screentest.Top(w.win.Canvas())))
	}
}

// press presses a key without a modifier.
func (w *window) press(key fyne.KeyName) {
	c := w.win.Canvas()
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: key})
}

// chord presses a key together with Ctrl.
func (w *window) chord(key fyne.KeyName) {
	w.win.Canvas().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
}

func TestPlainKeysLeaveTextAlone(t *testing.T) {
	w := officeWindow(t)
	var done int
	w.keys.bind(command.List{{ID: "desk.next", Key: "J", Do: func() { done++ }}})
	for i, prepare := range []func(){
		func() {},
		func() { w.palette() },                         // its entry has the focus
		func() { w.win.Canvas().Unfocus() },            // the dialog is still open
		func() { w.press(fyne.KeyEscape) },             // and closed
		func() { w.tell("标题", "一句话") },                 // a dialog without an entry
		func() { w.tap(t, w.words.T("button.close")) }, // closed by its button
	} {
		done = 0
		prepare()
		test.TypeOnCanvas(w.win.Canvas(), "j")
		if want := []int{1, 0, 0, 1, 0, 1}[i]; done != want {
			t.Errorf("step %d: carried out %d times, want %d", i, done, want)
		}
	}
}

func TestShortcutsRunAndSayWhyNot(t *testing.T) {
	w := officeWindow(t)
	w.chord(fyne.KeyComma)
	if _, ok := w.current.(*prefs.Screen); !ok {
		t.Fatalf("Ctrl+, leads to %T", w.current)
	}
	w.press(fyne.KeyF1)
	if _, ok := w.current.(*about.Screen); !ok {
		t.Errorf("F1 leads to %T", w.current)
	}
	w.press(fyne.KeyEscape)
	if w.current != w.desk {
		t.Errorf("Esc leads to %T", w.current)
	}
	w.press(fyne.KeyEnter)
	if said := w.front(); !strings.Contains(said, "没有等您处理的稿件。") {
		t.Errorf("an empty desk is opened with %q", said)
	}
	w.press(fyne.KeyEscape)
	if said := w.front(); said != "" {
		t.Errorf("Esc leaves %q open", said)
	}
}

func TestAnEntryLetsFunctionKeysThrough(t *testing.T) {
	w := officeWindow(t)
	w.chord(fyne.KeyL)
	w.chord(fyne.KeyF)
	if w.win.Canvas().Focused() == nil {
		t.Fatal("the register's entry has no focus")
	}
	w.press(fyne.KeyF1)
	if _, ok := w.current.(*about.Screen); !ok {
		t.Errorf("F1 leads to %T", w.current)
	}
}

func TestAnotherPersonNeedsHisPIN(t *testing.T) {
	w := officeWindow(t)
	w.switchPerson()
	w.tap(t, editor)
	if said := w.front(); !strings.Contains(said, "请王敏输入PIN。") {
		t.Fatalf("asked with %q", said)
	}
	enter := func(pin string) {
		test.Type(w.win.Canvas().Focused(), pin)
		w.press(fyne.KeyReturn)
	}
	enter("0000")
	if said := w.front(); !strings.Contains(said, "PIN") || w.actor.Person().Name != drafter {
		t.Errorf("a wrong PIN seats %s and says %q", w.actor.Person().Name, said)
	}
	w.press(fyne.KeyEscape)
	people, err := setup.SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	w.switchPerson()
	w.tap(t, editor)
	enter(people[1].PIN)
	if w.actor.Person().Name != editor || w.taste.Person != editor || w.front() != "" {
		t.Errorf("%s sits here, remembered %q, dialog %q", w.actor.Person().Name, w.taste.Person, w.front())
	}
}

func TestWhoHasNoPINMaySitDown(t *testing.T) {
	w := officeWindow(t)
	if _, err := w.Desk().AddPerson(t.Context(), "赵平", []review.Role{"责编"}, ""); err != nil {
		t.Fatal(err)
	}
	w.switchPerson()
	w.tap(t, "赵平")
	if said := w.front(); w.actor.Person().Name != "赵平" || !strings.Contains(said, "不能签字") {
		t.Errorf("%s sits here, told %q", w.actor.Person().Name, said)
	}
}

// stubborn is a screen that cannot keep what is on it.
type stubborn struct {
	screen.Screen
	err  error
	left int
}

func (s *stubborn) Leave() error { s.left++; return s.err }

func TestNothingUnsavedIsLeft(t *testing.T) {
	w := officeWindow(t)
	s := &stubborn{Screen: desk.New(w), err: review.ErrFull}
	w.current = s
	for name, leave := range map[string]func(){"close": w.close, "person": func() { w.seat(w.actor) }, "settings": w.toPrefs} {
		s.left = 0
		leave()
		if s.left != 1 || w.current != s || w.front() == "" {
			t.Errorf("%s: asked %d times to leave, now %T, told %q", name, s.left, w.current, w.front())
		}
		w.press(fyne.KeyEscape)
	}
	s.err = nil
	w.close()
	if w.taste.Width == 0 {
		t.Error("the window's size is not remembered")
	}
}

func TestPaletteNarrowsAndRuns(t *testing.T) {
	w := officeWindow(t)
	w.palette()
	test.Type(w.win.Canvas().Focused(), "设置")
	if said := w.front(); !strings.Contains(said, "设置：人员与刊物") || strings.Contains(said, "刷新") {
		t.Errorf("narrowed to %q", said)
	}
	w.press(fyne.KeyReturn)
	if _, ok := w.current.(*prefs.Screen); !ok || w.front() != "" {
		t.Errorf("Enter leads to %T, dialog %q", w.current, w.front())
	}
}

func TestWelcomeFoundsTheOffice(t *testing.T) {
	w := testWindow(t)
	w.welcome()
	w.tap(t, "开始")
	if said := w.front(); !strings.Contains(said, "请至少填写刊名和拟稿人") {
		t.Fatalf("empty answers are met with %q", said)
	}
	w.press(fyne.KeyEscape)
	w.welcome()
	entries := screentest.Within[interface {
		fyne.Focusable
		SetText(string)
	}](screentest.Top(w.win.Canvas()))
	for i, text := range []string{"海州市工作简报", "海州市办公室", "赵一", "钱二", "孙三"} {
		entries[i].SetText(text)
	}
	w.tap(t, "开始")
	if said := w.front(); w.actor.Person().Name != "赵一" || !strings.Contains(said, "请每个人到“设置”里为自己设一个") {
		t.Errorf("%q sits here, told %q", w.actor.Person().Name, said)
	}
	w.press(fyne.KeyEscape)
	w.welcome()
	if said := w.front(); said != "" {
		t.Errorf("asked again: %q", said)
	}
}

func TestFilesAreTakenIn(t *testing.T) {
	w := officeWindow(t)
	path := filepath.Join(t.TempDir(), "来稿.txt")
	if err := os.WriteFile(path, []byte("云州市政务情况简报\n第1期\n\n标题\n\n　　正文。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.importPaths([]string{path, path})
	if _, ok := w.current.(*intake.Screen); !ok || !strings.Contains(w.front(), "一次收一份") {
		t.Errorf("shows %T, told %q", w.current, w.front())
	}
	w.press(fyne.KeyEscape)
	w.importPaths([]string{path + ".gone"})
	if w.front() == "" {
		t.Error("a missing file is met with silence")
	}
}

func TestNobodyTakesInNothing(t *testing.T) {
	w := testWindow(t)
	path := filepath.Join(t.TempDir(), "来稿.txt")
	if err := os.WriteFile(path, []byte("正文。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.importPaths([]string{path})
	if said := w.front(); !strings.Contains(said, "还没有人坐下来") || w.current != w.desk {
		t.Errorf("shows %T, told %q", w.current, said)
	}
}

func TestAskTakesNoEmptyAnswer(t *testing.T) {
	w := officeWindow(t)
	var got string
	w.Ask("作废", "理由", func(answer string) { got = answer })
	w.tap(t, w.words.T("button.ok"))
	if w.front() == "" || got != "" {
		t.Fatalf("an empty answer is taken as %q", got)
	}
	test.Type(w.win.Canvas().Focused(), " 重复编号 ")
	w.tap(t, w.words.T("button.ok"))
	if got != "重复编号" {
		t.Errorf("answered %q", got)
	}
}
