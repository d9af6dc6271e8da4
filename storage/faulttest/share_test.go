package faulttest

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"testing"

	"jianbao/review"
)

// turns is how often each of two programs changes the same draft.
const turns = 200

// shareDraft changes a draft as a window does: it reads in one transaction,
// writes in another, and starts anew when somebody was faster. Between the
// changes it saves.
func shareDraft(ctx context.Context, s review.Store) error {
	for range turns {
		if err := nextRound(ctx, s); err != nil {
			return err
		}
		if _, err := saveOnce(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

func nextRound(ctx context.Context, s review.Store) error {
	for {
		var d review.Draft
		err := s.View(ctx, func(tx review.Tx) (err error) {
			d, err = tx.Drafts().Get(draftID)
			return err
		})
		if err != nil {
			return err
		}
		d.Round++
		err = s.Atomically(ctx, func(tx review.Tx) error { return tx.Drafts().Update(d) })
		if !errors.Is(err, review.ErrStale) {
			return err
		}
	}
}

// TestTwoPrograms has two programs change the same draft at once.
func TestTwoPrograms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s := open(t, path)
	defer s.Close()
	if err := s.Atomically(context.Background(), func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: draftID}) }); err != nil {
		t.Fatal(err)
	}
	programs := []*exec.Cmd{child(t, "share", path), child(t, "share", path)}
	for _, p := range programs {
		if err := p.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range programs {
		if err := p.Wait(); err != nil {
			t.Error(err)
		}
	}
	requireShared(t, s, turns*len(programs))
}

func requireShared(t *testing.T, s review.Store, want int) {
	t.Helper()
	err := s.View(context.Background(), func(tx review.Tx) error {
		d, err := tx.Drafts().Get(draftID)
		if d.Round != want || d.Head != want || d.Version != 2*want {
			t.Errorf("rounds %d, head %d, version %d; want %d, %d, %d", d.Round, d.Head, d.Version, want, want, 2*want)
		}
		revisions, err1 := tx.Revisions().List(draftID)
		events, err2 := tx.Events().List("")
		if len(revisions) != want || len(events) != want {
			t.Errorf("%d revisions, %d events, want %d", len(revisions), len(events), want)
		}
		last := review.Event{}
		for _, e := range events {
			if !e.Follows(last) {
				t.Errorf("event %d does not follow event %d", e.Seq, last.Seq)
			}
			last = e
		}
		return errors.Join(err, err1, err2)
	})
	if err != nil {
		t.Error(err)
	}
}
