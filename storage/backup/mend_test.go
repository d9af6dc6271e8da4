package backup_test

import (
	"errors"
	"testing"

	"jianbao/review"
)

// TestMend damages the first of two texts, of which a copy holds both.
func TestMend(t *testing.T) {
	o := newOffice(t)
	o.write(2, "第二稿")
	c := o.make()
	o.write(3, "第三稿")
	o.ok(o.store.Close())
	o.damage(o.path, "第一稿")
	o.damage(o.path, "第三稿")
	store := reopen(t, o.path)
	o.Attach(store)
	m, err := o.Mend(t.Context(), "p1")
	o.ok(err)
	if len(m.Texts) != 1 || len(m.Left) != 1 || len(m.From) != 1 || m.From[0] != c.Name() {
		t.Errorf("mended %+v", m)
	}
	o.ok(store.View(t.Context(), func(tx review.Tx) error {
		if rev, err := tx.Revisions().Get("d1", 1); err != nil || rev.Text.Articles[0].Body[0].Text != "第一稿" {
			t.Errorf("revision 1: %v", err)
		}
		if _, err := tx.Revisions().Get("d1", 3); !errors.Is(err, review.ErrDamaged) {
			t.Errorf("revision 3, which no copy has: %v", err)
		}
		last, err := tx.Events().Last()
		if last.Action != review.ActMend || last.Actor != "p1" || last.Detail["from"] != c.Name() {
			t.Errorf("the event is %+v", last)
		}
		return err
	}))
	found, err := store.Check(t.Context())
	if err != nil || len(found) != 1 {
		t.Errorf("Check = %v, %v; want the one text that is left", found, err)
	}
	if again, err := o.Mend(t.Context(), "p1"); err != nil || len(again.Texts) > 0 {
		t.Errorf("mended again: %+v, %v", again, err)
	}
}

func TestNothingToMendWritesNothing(t *testing.T) {
	o := newOffice(t)
	o.make()
	m, err := o.Mend(t.Context(), "p1")
	if err != nil || len(m.Texts)+len(m.Left) > 0 {
		t.Errorf("mended %+v, %v", m, err)
	}
	o.ok(o.store.View(t.Context(), func(tx review.Tx) error {
		last, err := tx.Events().Last()
		if last.Seq != 1 {
			t.Errorf("an event was written: %+v", last)
		}
		return err
	}))
}
