package storetest

import (
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

func testItem(t *testing.T, s review.Store) {
	person := review.Item{ID: "i2", Series: "s1", Kind: review.ItemPerson, Name: "王敏", Post: "市长", Order: 2,
		From: doc.Date{Year: 2022, Month: 3, Day: 3}, Note: "注", By: "p1", At: late}
	body := review.Item{ID: "i1", Kind: review.ItemBody, Name: "市文明办", Short: []string{"甲", "乙"}, At: late}
	word := review.Item{ID: "i3", Kind: review.ItemPreferred, Name: "帐号", Right: "账号", Except: []string{"旧帐号"}, Found: "d9", At: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Items().Put(person), tx.Items().Put(body), tx.Items().Put(word))
	})
	person.Post, person.To = "书记", doc.Date{Year: 2023, Month: 1, Day: 1}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Items().Put(person), tx.Items().Delete("i1"), tx.Items().Delete("i9"))
	})
	person.At, word.At = lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		all, err := tx.Items().List()
		same(t, all, []review.Item{person, word})
		one, err2 := tx.Items().Get("i2")
		same(t, one, person)
		if _, err := tx.Items().Get("i1"); !errors.Is(err, review.ErrNotFound) {
			t.Errorf("a deleted item: %v", err)
		}
		return errors.Join(err, err2)
	})
}
