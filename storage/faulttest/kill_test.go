package faulttest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// acknowledged is what children said was on disk before they died.
type acknowledged struct {
	saved     map[int]doc.Hash
	autosaved int // the newest
	count     int
}

// hear reads what a child says until it dies. A line cut short was not said.
func (a *acknowledged) hear(from io.Reader) {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		var what string
		var seq int
		var hash doc.Hash
		if _, err := fmt.Sscan(line, &what, &seq, &hash); err != nil {
			panic("a child said " + line)
		}
		a.count++
		if what == "autosaved" {
			a.autosaved = seq
		} else {
			a.saved[seq] = hash
		}
	}
}

// tally is what the kills came to.
type tally struct{ kills, acknowledged, lost, torn int }

// TestKill kills a program that saves, at random moments, again and again on
// the same database and now and then on a new one, and looks for everything
// that it had acknowledged.
func TestKill(t *testing.T) {
	kills, random := times(t, "JIANBAO_KILLS", 20), chance(t)
	const perDatabase = 10
	var sum tally
	for sum.kills < kills {
		path := filepath.Join(t.TempDir(), "new", "x.db")
		said := acknowledged{saved: map[int]doc.Hash{}}
		for range min(perDatabase, kills-sum.kills) {
			killOnce(t, path, time.Duration(random.Int64N(int64(60*time.Millisecond))), &said)
			sum.kills++
			if random.IntN(2) == 0 { // else the next child finds what this one left
				examine(t, path, said, &sum)
			}
		}
		examine(t, path, said, &sum)
		sum.acknowledged += said.count
	}
	t.Logf("kills %d, acknowledged %d, lost %d, torn %d", sum.kills, sum.acknowledged, sum.lost, sum.torn)
	if sum.lost > 0 || sum.torn > 0 || sum.acknowledged == 0 {
		t.Fail()
	}
}

// killOnce starts a child and kills it after some time, which may come before
// it has made the database.
func killOnce(t *testing.T, path string, after time.Duration, said *acknowledged) {
	t.Helper()
	cmd := child(t, "save", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	said.hear(out)
	cmd.Wait() // it did not end well, and was not meant to
	if status := cmd.ProcessState; status.Exited() {
		t.Fatalf("the child was not killed: %v", status)
	}
}

// examine reads everything in the database and compares it with what was said.
func examine(t *testing.T, path string, said acknowledged, sum *tally) {
	t.Helper()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) && said.count == 0 {
		return // killed before there was a database
	}
	s := open(t, path)
	defer s.Close()
	if found, err := s.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
		sum.torn++
	}
	err := s.View(context.Background(), func(tx review.Tx) error {
		d, err := tx.Drafts().Get(draftID)
		if errors.Is(err, review.ErrNotFound) {
			d, err = review.Draft{}, nil // nothing was saved yet
		}
		if err != nil {
			return err
		}
		lookForLost(t, tx, said, sum)
		return lookForTorn(t, tx, d, sum)
	})
	if err != nil {
		t.Error(err)
		sum.torn++
	}
}

func lookForLost(t *testing.T, tx review.Tx, said acknowledged, sum *tally) {
	t.Helper()
	for seq, hash := range said.saved {
		rev, err := tx.Revisions().Get(draftID, seq)
		if err != nil || rev.Hash != hash {
			t.Errorf("revision %d was acknowledged: %v", seq, err)
			sum.lost++
		}
	}
	if said.autosaved == 0 {
		return
	}
	w, err := tx.Workings().Get(draftID, personID)
	if err != nil || w.Base < said.autosaved {
		t.Errorf("unsaved copy %d was acknowledged, there is %d: %v", said.autosaved, w.Base, err)
		sum.lost++
	}
}

// lookForTorn checks that whatever is there, acknowledged or not, is whole: as
// many revisions and events as the draft counts, each with its own text.
func lookForTorn(t *testing.T, tx review.Tx, d review.Draft, sum *tally) error {
	t.Helper()
	infos, err := tx.Revisions().List(draftID)
	if err != nil {
		return err
	}
	events, err := tx.Events().List(draftID)
	if err != nil {
		return err
	}
	if len(infos) != d.Head || len(events) != d.Head || d.Version != d.Head {
		t.Errorf("%d revisions, %d events, version %d, head %d", len(infos), len(events), d.Version, d.Head)
		sum.torn++
	}
	for _, info := range infos {
		want, err := revisionOf(info.Seq)
		if err != nil {
			return err
		}
		if got, err := tx.Revisions().Get(draftID, info.Seq); err != nil || got.Hash != want.Hash {
			t.Errorf("revision %d is not what was written: %v", info.Seq, err)
			sum.torn++
		}
	}
	return nil
}
