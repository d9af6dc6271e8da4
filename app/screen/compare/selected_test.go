package compare

import (
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/review"
)

// A slip is recorded while the changes of a final text are looked at, and not
// before it is final.
func TestASlipIsRecordedFromTheChanges(t *testing.T) {
	o := newOffice(t)
	draft := o.draft(revised)
	if o.reason(o.sit(screentest.Editor, draft), "mistake") == "" {
		t.Error("a slip of a text under review can be recorded")
	}
	id := o.Final()
	s := o.sit(screentest.Editor, id)
	o.run(s, "mistake")
	o.Fill("街巷整治", "背街小巷整治")
	o.Tap("确定")
	items, err := o.Desk().Registers(t.Context(), o.Bureau().ID)
	o.OK(err)
	if len(items) != 1 || items[0].Kind != review.ItemSlip || items[0].Found != id {
		t.Errorf("items %+v, failed %q", items, o.Failed)
	}
}
