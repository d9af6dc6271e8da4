package desk

import (
	"testing"

	"jianbao/app/screen/screentest"
)

// TestWhoSignsAnewIsToldWhatItIs checks the card of a draft that changed after
// this person had signed it.
func TestWhoSignsAnewIsToldWhatItIs(t *testing.T) {
	for want, text := range map[string]string{
		"文字性更正": "会议指出，今年整治提升1,703条街巷，要打牢基础。",
		"实质性修改": "会议指出，今年整治提升1,730条街巷，要夯实基础。",
	} {
		o := screentest.New(t)
		id := o.Submit(o.Draft(screentest.Issue()))
		o.Sign(screentest.Editor, id)
		changed := screentest.Issue()
		changed.Articles[0].Body[0].Text = text
		_, err := o.Desk().Save(o.Context(), o.As(screentest.Checker), id, 1, changed, "")
		o.OK(err)
		o.Sit(screentest.Editor)
		open(o)
		o.Says(want)
		if want == "实质性修改" {
			o.Says("要害待核对1处")
		}
	}
}
