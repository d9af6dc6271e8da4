//go:build team

package teamtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"jianbao/app/overview"
	"jianbao/app/setup"
	"jianbao/app/teamtest/load"
	"jianbao/editor/doc"
	"jianbao/review"
)

// How often a desk does what. It saves and autosaves in turn.
const (
	writeEvery = time.Second
	pulseEvery = time.Second
	beatEvery  = 5 * time.Second
)

// writer is one desk under load: a person writes on one issue, and sees what the
// others do.
type writer struct {
	n     int
	watch *load.Watch
	seen  *sightings
	store *timed
	desk  *review.Desk
	board *overview.Board
	who   review.Actor

	series  review.SeriesID
	draft   review.DraftID
	head    int
	text    doc.Bulletin
	edits   int
	session review.Session
	seq     int64                  // of the newest event that was seen
	heads   map[review.DraftID]int // the newest revisions that were seen
}

// seat opens a desk, sits somebody down at it and shows him everything once.
func (o *office) seat(ctx context.Context, n int, draft review.DraftID, watch *load.Watch, seen *sightings) (*writer, error) {
	store, err := o.open(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{n: n, watch: watch, seen: seen, store: &timed{Store: store, watch: watch}, series: o.series, draft: draft}
	w.desk = newDesk(w.store)
	w.board = overview.NewBoard(w.desk, setup.Comparer(), time.Now)
	if w.who, err = w.desk.Unlock(ctx, o.people[n], pin); err != nil {
		return w, err
	}
	if w.session, err = w.desk.SitDown(ctx, w.who, fmt.Sprintf("第%d台", n+1)); err != nil {
		return w, err
	}
	file, err := w.desk.Open(ctx, w.who, draft)
	if err != nil {
		return w, err
	}
	w.head, w.text = file.Head.Seq, file.Head.Text
	return w, w.refresh(ctx)
}

// work writes and watches until the context ends. What was begun is brought to
// an end.
func (w *writer) work(ctx context.Context, desks int) {
	whole := context.WithoutCancel(ctx)
	phase := func(every time.Duration) time.Duration { return every * time.Duration(w.n) / time.Duration(desks) }
	var both sync.WaitGroup
	both.Go(func() {
		for n := range ticks(ctx, phase(2*writeEvery), writeEvery) {
			w.write(whole, n%2 == 1)
		}
	})
	both.Go(func() {
		for n := range ticks(ctx, phase(pulseEvery), pulseEvery) {
			if n%int(beatEvery/pulseEvery) == 0 {
				w.beat(whole)
			}
			w.look(whole)
		}
	})
	both.Wait()
}

// ticks counts ticks, the first after a while; one that nobody waits for is left
// out.
func ticks(ctx context.Context, after, every time.Duration) func(func(int) bool) {
	return func(yield func(int) bool) {
		first := time.NewTimer(after)
		defer first.Stop()
		select {
		case <-first.C:
		case <-ctx.Done():
			return
		}
		clock := time.NewTicker(every)
		defer clock.Stop()
		for n := 0; ; n++ {
			select {
			case <-clock.C:
			case <-ctx.Done():
				return
			}
			if ctx.Err() != nil || !yield(n) {
				return
			}
		}
	}
}

// write types a sentence, and keeps or saves the text.
func (w *writer) write(ctx context.Context, save bool) {
	w.edits++
	body := w.text.Articles[0].Body
	w.text = w.text.Clone()
	w.text.Articles[0].Body[w.edits%len(body)].Text = fmt.Sprintf("%s第%d台改第%d处，完成%d项。", longPage(0, 0).Articles[0].Body[1].Text, w.n+1, w.edits, 3*w.edits)
	begun := time.Now()
	if !save {
		err := w.desk.Autosave(ctx, w.who, w.draft, w.head, w.text)
		w.watch.Went(load.Autosave, time.Since(begun), err)
		return
	}
	w.store.timing = true
	saved, err := w.desk.Save(ctx, w.who, w.draft, w.head, w.text, "")
	w.store.timing = false
	if err == nil && saved.Aside {
		err = errors.New("kept aside")
	}
	w.watch.Went(load.Save, time.Since(begun), err)
	if err == nil {
		w.head = saved.Revision.Seq
		w.seen.saved(w.draft, w.head, time.Now())
	}
}

func (w *writer) beat(ctx context.Context) {
	w.session.Draft, w.session.Screen = w.draft, "compose"
	if err := w.desk.Beat(ctx, w.session); err != nil {
		w.watch.Went(load.Pulse, 0, err)
	}
}

// look asks whether something was done, and shows it.
func (w *writer) look(ctx context.Context) {
	begun := time.Now()
	p, err := w.desk.Pulse(ctx)
	w.watch.Went(load.Pulse, time.Since(begun), err)
	if err != nil || p.Seq == w.seq {
		return
	}
	begun = time.Now()
	err = w.refresh(ctx)
	w.watch.Went(load.Refresh, time.Since(begun), err)
	if err == nil {
		w.seq = p.Seq
	}
}

// refresh brings the board up to date, and notes what of others is seen on it for
// the first time.
func (w *writer) refresh(ctx context.Context) error {
	o, err := w.board.Refresh(ctx, w.who, w.series)
	if err != nil {
		return err
	}
	now, heads := time.Now(), map[review.DraftID]int{}
	for _, column := range o.Columns {
		for _, item := range column.Items {
			id := item.Draft.ID
			heads[id] = item.Draft.Head
			if before, known := w.heads[id]; known && id != w.draft {
				w.seen.sight(w.watch, id, before, item.Draft.Head, now)
			}
		}
	}
	w.heads = heads
	return nil
}

func (w *writer) leave(ctx context.Context) error {
	return errors.Join(w.desk.StandUp(ctx, w.session.ID), w.store.Close())
}

// sightings is when which revision was saved.
type sightings struct {
	mu sync.Mutex
	at map[review.DraftID]map[int]time.Time
}

func (s *sightings) saved(id review.DraftID, revision int, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at[id] == nil {
		s.at[id] = map[int]time.Time{}
	}
	s.at[id][revision] = at
}

// sight notes that somebody sees the revisions after one for the first time. One
// that is seen before its own desk had the answer took no time.
func (s *sightings) sight(watch *load.Watch, id review.DraftID, after, to int, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for revision := after + 1; revision <= to; revision++ {
		took := time.Duration(0)
		if at, known := s.at[id][revision]; known {
			took = max(now.Sub(at), 0)
		}
		watch.Took(load.Seen, took)
	}
}

// timed is a store that times the parts of a save.
type timed struct {
	review.Store
	watch  *load.Watch
	timing bool
}

// Atomically implements review.Store.
func (s *timed) Atomically(ctx context.Context, f func(review.Tx) error) error {
	if !s.timing {
		return s.Store.Atomically(ctx, f)
	}
	var asked, turn, done = time.Now(), time.Time{}, time.Time{}
	runs := 0
	err := s.Store.Atomically(ctx, func(tx review.Tx) error {
		if runs++; runs > 1 {
			s.watch.Retried()
		}
		turn = time.Now()
		defer func() { done = time.Now() }()
		return f(tx)
	})
	if err == nil {
		s.watch.Took(load.Turn, turn.Sub(asked))
		s.watch.Took(load.Work, done.Sub(turn))
		s.watch.Took(load.Commit, time.Since(done))
	}
	return err
}
