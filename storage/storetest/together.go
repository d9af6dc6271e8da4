package storetest

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// testTogether asks the same Together and one by one, of a draft with some of
// everything and of one that is not there.
func testTogether(t *testing.T, s review.Store) {
	fill(t, s)
	for _, id := range []review.DraftID{"d1", "d2", "无", "半\xe4\xbd"} {
		read(t, s, func(tx review.Tx) error {
			alone := answersOf(tx, id)
			read(t, s, func(tx review.Tx) error {
				var together map[string]any
				err := tx.Together(func(tx review.Tx) error {
					together = answersOf(tx, id)
					return nil
				})
				for name, want := range alone {
					if !reflect.DeepEqual(together[name], want) {
						t.Errorf("%s of %q together = %v, want %v", name, id, together[name], want)
					}
				}
				return err
			})
			return nil
		})
	}
	read(t, s, func(tx review.Tx) error {
		err := tx.Together(func(review.Tx) error { return errOops })
		if !errors.Is(err, errOops) {
			t.Errorf("Together = %v, want %v", err, errOops)
		}
		return nil
	})
}

// fill writes several rows of everything, in an order that sorting changes.
func fill(t *testing.T, s review.Store) {
	t.Helper()
	withDraft(t, s, "d1", "d2")
	write(t, s, func(tx review.Tx) error {
		var all []error
		for i, name := range []string{"乙", "甲"} {
			at := late.Add(-time.Duration(i) * time.Hour)
			all = append(all, tx.People().Put(review.Person{ID: review.PersonID(name), Name: name, Joined: at}),
				tx.Series().Put(review.Series{ID: review.SeriesID(name), Name: name}),
				tx.Revisions().Add(revisionOf(t, "d1", 2-i, bulletin(name))),
				tx.Workings().Put(review.Working{Draft: "d1", Person: review.PersonID(name), Text: bulletin(name)}),
				tx.SignOffs().Add(review.SignOff{ID: review.SignOffID(name), Draft: "d1", Step: i}),
				tx.Demands().Add(review.Demand{ID: name, Draft: "d1", N: 2 - i}),
				tx.Comments().Add(review.Comment{ID: review.CommentID(name), Draft: "d1"}),
				tx.Decisions().Add(review.Decision{Draft: "d1", Change: name}),
				tx.Looks().Put("d1", review.PersonID(name), i+1),
				tx.Ledger().Add(review.Entry{Series: "甲", Kind: review.EntryIssue, Draft: []review.DraftID{"d2", "d1"}[i], Number: doc.Number{Year: 2022, Issue: 2 - i, Total: 9 - i}}),
				tx.Sessions().Put(review.Session{ID: review.SessionID(name), Started: at}),
				tx.Leases().Put(review.Lease{Draft: "d1", Article: doc.ArticleID(name), Since: at}))
			last, err := tx.Events().Last()
			all = append(all, err, tx.Events().Add(review.Event{Draft: "d1", Action: review.ActEdit, At: late}.Seal(last)))
		}
		all = append(all, tx.SignOffs().Fell(review.SignOff{ID: "甲", Draft: "d1", Fell: review.FellByChange, FellAt: late}))
		return errors.Join(all...)
	})
}

// answersOf asks for everything about a draft.
func answersOf(tx review.Tx, id review.DraftID) map[string]any {
	answers := map[string]any{}
	note := func(name string, v any, err error) {
		answers[name] = []any{v, err != nil, errors.Is(err, review.ErrNotFound)}
	}
	ask(note, "draft", func() (any, error) { return tx.Drafts().Get(id) })
	ask(note, "drafts", func() (any, error) { return tx.Drafts().List(review.DraftFilter{}) })
	ask(note, "people", func() (any, error) { return tx.People().List() })
	ask(note, "person", func() (any, error) { return tx.People().Get("甲") })
	ask(note, "series", func() (any, error) { return tx.Series().List() })
	ask(note, "revisions", func() (any, error) { return tx.Revisions().List(id) })
	ask(note, "revision", func() (any, error) { return tx.Revisions().Get(id, 2) })
	ask(note, "workings", func() (any, error) { return tx.Workings().List(id) })
	ask(note, "sign-offs", func() (any, error) { return tx.SignOffs().List(id) })
	ask(note, "demands", func() (any, error) { return tx.Demands().List(id) })
	ask(note, "comments", func() (any, error) { return tx.Comments().List(id) })
	ask(note, "decisions", func() (any, error) { return tx.Decisions().List(id) })
	ask(note, "look", func() (any, error) { return tx.Looks().Get(id, "甲") })
	ask(note, "ledger", func() (any, error) { return tx.Ledger().List("甲") })
	ask(note, "deciding", func() (any, error) { return tx.Ledger().Deciding("甲", 2022, "") })
	ask(note, "last", func() (any, error) { return tx.Events().Last() })
	ask(note, "events", func() (any, error) { return tx.Events().List(id) })
	ask(note, "sessions", func() (any, error) { return tx.Sessions().List() })
	ask(note, "leases", func() (any, error) { return tx.Leases().List("") })
	return answers
}

func ask(note func(string, any, error), name string, f func() (any, error)) {
	v, err := f()
	note(name, v, err)
}

// testReadsWhatItWrote reads, writes and reads again within one transaction:
// nothing that was read before is taken for what is there.
func testReadsWhatItWrote(t *testing.T, s review.Store) {
	fill(t, s)
	write(t, s, func(tx review.Tx) error {
		before := answersOf(tx, "d1")
		d, err1 := tx.Drafts().Get("d1")
		d.Heading = "改"
		last, err2 := tx.Events().Last()
		err := errors.Join(err1, err2, tx.Drafts().Update(d), tx.People().Put(review.Person{ID: "甲", Name: "改", Joined: late}),
			tx.Series().Put(review.Series{ID: "甲", Name: "改"}), tx.Revisions().Add(revisionOf(t, "d1", 3, bulletin("改"))),
			tx.Workings().Delete("d1", "甲"), tx.SignOffs().Fell(review.SignOff{ID: "乙", Draft: "d1", Fell: review.FellByChange, FellAt: late}),
			tx.Demands().Update(review.Demand{ID: "甲", Draft: "d1", N: 7}), tx.Comments().Update(review.Comment{ID: "甲", Draft: "d1", Text: "改"}),
			tx.Decisions().Add(review.Decision{Draft: "d1", Change: "改"}), tx.Looks().Put("d1", "甲", 7), tx.Ledger().Void("甲", "d2", "改"),
			tx.Events().Add(review.Event{Draft: "d1", Action: review.ActEdit, At: late}.Seal(last)),
			tx.Sessions().Delete("甲"), tx.Leases().Delete("d1", "甲"))
		after := answersOf(tx, "d1")
		for name, was := range before {
			if name != "revision" && reflect.DeepEqual(after[name], was) {
				t.Errorf("%s after writing = %v, as before", name, was)
			}
		}
		return err
	})
}
