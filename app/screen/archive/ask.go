package archive

import (
	"context"
	"errors"
	"time"

	"jianbao/review/find"
)

// ask asks what the filter says, and withdraws the question before.
func (s *Screen) ask() {
	q, ok := s.filter.query()
	if !ok {
		return // said beside the filter
	}
	s.put(q, func(found find.Result) {
		s.found, s.chosen = found, 0
	})
}

// more adds the next page of hits.
func (s *Screen) more() {
	q := s.asked
	q.Offset = len(s.found.Hits)
	s.put(q, func(found find.Result) {
		s.found.Hits = append(s.found.Hits, found.Hits...)
	})
}

// put asks beside the UI goroutine. An answer that comes after a newer question
// is not shown.
func (s *Screen) put(q find.Query, take func(find.Result)) {
	s.withdraw()
	ctx, cancel := context.WithCancel(context.Background())
	s.withdraw, s.asked = cancel, q
	var found find.Result
	var took time.Duration
	s.shell.Do(func() (err error) {
		began := time.Now()
		found, err = s.shell.Finder().Find(ctx, q)
		took = time.Since(began)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return err
	}, func() {
		if ctx.Err() != nil {
			return
		}
		take(found)
		s.took = took
		s.paintHits()
		s.read()
	})
}
