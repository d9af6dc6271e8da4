//go:build e2e

package apptest

import (
	"testing"

	"jianbao/app/apptest/scene"
)

// notepad is the small window on which the language is tried.
var notepad = Program{Package: "jianbao/app/apptest/internal/notepad", Env: []string{"LANG=en_US.UTF-8"}}

func TestClickReachesButtonsDialogsAndRowsOutOfView(t *testing.T) {
	j := Start(t, notepad)
	j.Fill("Line", "hello")
	j.Click("Tell")
	j.See("line: hello")
	j.Shot("dialog")
	j.Click("OK")
	j.Gone("line: hello")
	j.Click("Row 33")
	j.See("chosen: Row 33")
	j.Click("Row 1")
	j.See("chosen: Row 1")
	j.Close()
	j.WaitExit()
}

func TestChineseIsWrittenInTheMiddleOfText(t *testing.T) {
	for _, field := range []string{"Line", "page"} {
		t.Run(field, func(t *testing.T) {
			j := Start(t, notepad)
			j.enter(field)
			j.Type("abcd")
			j.Key("Left", "Left")
			j.Compose("nihao")
			j.WaitCandidates()
			j.Shot("composing")
			j.Key("BackSpace", "o", "Left", "Right")
			j.WaitFocused("abcd")
			j.writes("你好", func() { j.Key("space") })
			j.WaitFocused("ab你好cd")
			j.TypeChinese("shijie", "世界")
			j.WaitFocused("ab你好世界cd")
			j.Shot("written")
		})
	}
}

// Each key means something to the entry when nothing is being composed; while composing it belongs to the
// input method. The digit that follows is written where the caret stands, after all keys before it.
func TestKeysWhileComposingDoNotReachTheText(t *testing.T) {
	for key, want := range map[string]string{
		"BackSpace": "ab1cd", "Delete": "ab1cd", "Escape": "ab1cd", "Return": "abx1cd", "Home": "ab1cd", "End": "ab1cd", "Up": "ab1cd", "Down": "ab1cd",
	} {
		t.Run(key, func(t *testing.T) {
			j := Start(t, notepad)
			j.enter("page")
			j.Type("abcd")
			j.Key("Left", "Left")
			j.Compose("x")
			j.Key(key)
			if key != "BackSpace" && key != "Return" {
				j.Key("Escape")
			}
			j.Key("1")
			j.WaitFocused(want)
		})
	}
}

func TestCandidatesStandUnderTheCaret(t *testing.T) {
	j := Start(t, notepad)
	for _, field := range []string{"Line", "page"} {
		j.enter(field)
		j.Type("some words before")
		corner := j.focusedArea(field)
		j.Compose("nihao")
		box := j.WaitCandidates()
		j.Shot("candidates-" + field)
		if x, y := box.X-corner.X, box.Y-corner.Y; x < 60 || x > 200 || y < 0 || y > 60 {
			t.Errorf("in %s the candidates stand %d,%d from the field's corner", field, x, y)
		}
		j.Key("Escape")
		j.use(plainKeyboard)
	}
}

// focusedArea returns the area of the field that has the focus.
func (j *Journey) focusedArea(field string) scene.Rect {
	j.t.Helper()
	o, ok := j.look().Focused()
	if !ok {
		j.t.Fatalf("%s has no focus", field)
	}
	return o.Area
}

func TestInputMethodMayEndAndComeBack(t *testing.T) {
	j := Start(t, notepad)
	j.enter("page")
	j.TypeChinese("nihao", "你好")
	j.Compose("shi")
	j.WaitCandidates()
	j.display.inputMethod.stop()
	j.Click("Tell")
	j.Click("OK")
	j.enter("Line")
	j.Type("still ")
	j.display.startInputMethod(t)
	j.TypeChinese("shijie", "世界")
	j.WaitFocused("still 世界")
	j.Close()
	j.WaitExit()
}

func TestSecretsAreKeptFromTheInputMethod(t *testing.T) {
	j := Start(t, notepad)
	j.ClickField("Secret")
	j.Compose("nihao")
	j.WaitFocused("nihao")
	j.Shot("secret")
}

// enter puts the caret into a field known by its label or by its name.
func (j *Journey) enter(field string) {
	j.t.Helper()
	if field == "page" {
		j.ClickNamed(field)
		return
	}
	j.ClickField(field)
}
