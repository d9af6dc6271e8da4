package storetest

import (
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
)

func testSeries(t *testing.T, s review.Store) {
	full := review.Series{ID: "s1", Name: "工作简报", SupplementsCount: true, SameHandReason: "人手不足", AllowOverride: true, SubstantiveShare: 25,
		Template: template.Template{Name: "简报", Chain: []string{"责编", "核稿"}, Parts: []template.Part{
			{Field: doc.Fields()[0], Required: true, Allowed: []string{"甲", "乙"}, Hint: "提示", Default: "甲", Carry: true}}}}
	plain := review.Series{ID: "s2", Name: "专报"}
	earlier := review.Series{ID: "s3", Name: "专报"[:3]}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Series().Put(full), tx.Series().Put(plain), tx.Series().Put(earlier))
	})
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Series().Get("s1")
		same(t, got, full)
		_, unknown := tx.Series().Get("s9")
		if !errors.Is(unknown, review.ErrNotFound) {
			t.Errorf("Get of no series = %v", unknown)
		}
		return err
	})
	full.Name = "z"
	write(t, s, func(tx review.Tx) error { return tx.Series().Put(full) })
	read(t, s, func(tx review.Tx) error {
		all, err := tx.Series().List()
		same(t, all, []review.Series{full, earlier, plain})
		return err
	})
}
