package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testPerson(t *testing.T, s review.Store) {
	first := review.Person{ID: "p1", Name: "张三", Roles: []review.Role{review.RoleDrafter, "责编"}, PIN: "$argon2id$x", Joined: late}
	second := review.Person{ID: "p2", Name: "李四", Left: true, Joined: noon.Add(1e9)}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.People().Put(second), tx.People().Put(first))
	})
	first.Joined, second.Joined = lateKept, second.Joined.UTC()
	read(t, s, func(tx review.Tx) error {
		got, err := tx.People().Get("p1")
		same(t, got, first)
		_, unknown := tx.People().Get("p3")
		if !errors.Is(unknown, review.ErrNotFound) {
			t.Errorf("Get of nobody = %v", unknown)
		}
		return err
	})
	first.Name, first.Roles = "张三丰", []review.Role{"核稿"}
	write(t, s, func(tx review.Tx) error { return tx.People().Put(first) })
	read(t, s, func(tx review.Tx) error {
		all, err := tx.People().List()
		same(t, all, []review.Person{first, second})
		return err
	})
}
