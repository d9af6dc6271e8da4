package prefs

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"jianbao/app/screen/screentest"
	"jianbao/review"
)

// choose takes this option of the list in front that has it.
func choose(o *screentest.Office, option string) {
	o.Helper()
	for _, list := range screentest.Within[*widget.Select](screentest.Top(o.Window().Canvas())) {
		if slices.Contains(list.Options, option) {
			list.SetSelected(option)
			return
		}
	}
	o.Fatalf("no list offers %q", option)
}

func TestAForgottenPINIsReplacedByAColleague(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	for _, c := range []struct {
		own  string
		fail bool
	}{{"0000", true}, {screentest.PIN, false}} {
		o.Failed = nil
		s.losePIN(person(o, screentest.Editor))
		choose(o, screentest.Checker)
		o.Fill(c.own, "975310", "975310")
		o.Tap("确定")
		if (len(o.Failed) > 0) != c.fail {
			t.Errorf("with %s: failed %q", c.own, o.Failed)
		}
	}
	if _, err := o.Desk().Unlock(o.Context(), screentest.Editor, "975310"); err != nil {
		t.Error(err)
	}
	keys, err := o.Desk().Keys(o.Context(), person(o, screentest.Editor).ID)
	if err != nil || len(keys) != 2 || keys[0].Ended != review.KeyLost {
		t.Errorf("keys %+v, %v", keys, err)
	}
}

func TestNobodyAnswersForHisOwnForgottenPIN(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	s.losePIN(person(o, screentest.Editor))
	for _, list := range screentest.Within[*widget.Select](screentest.Top(o.Window().Canvas())) {
		if slices.Contains(list.Options, screentest.Editor) {
			t.Errorf("offered: %q", list.Options)
		}
	}
	choose(o, screentest.Checker)
	o.Fill(screentest.PIN, "975310", "975311")
	o.Tap("确定")
	if !strings.Contains(strings.Join(o.Told, ""), "两次输入的PIN不一样") {
		t.Errorf("told %q", o.Told)
	}
}

func TestASeriesChoosesItsSuite(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	s.editSeries(o.Bureau())
	choose(o, "国密 SM2（SM3）")
	o.Tap("确定")
	if got := o.Bureau().Suite; got != review.SuiteSM2 {
		t.Errorf("signed with %q", got)
	}
}

func TestTheTimeToLockIsChosen(t *testing.T) {
	o := screentest.New(t)
	o.Minutes = 15
	s := open(o)
	o.Says("15 分钟")
	pick := screentest.Within[*widget.Select](s.paintIdle())[0]
	pick.SetSelected("不锁定")
	if o.Minutes != 0 {
		t.Errorf("locks after %d minutes", o.Minutes)
	}
}
