//go:build e2e

package apptest

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
)

// jianbao is the program itself, on the database at path.
func jianbao(path string, args ...string) Program {
	return Program{Package: "jianbao", Args: append([]string{"--db", path}, args...)}
}

// TestStartWithAThousandIssues prints how long it takes from starting the
// program to a desk that can be used.
func TestStartWithAThousandIssues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "office.db")
	const issues = 1000
	publish(t, path, issues)
	j := Start(t, jianbao(path))
	j.Close()
	j.WaitExit()
	begin := time.Now()
	j.Restart()
	j.See(fmt.Sprintf("第%d期 ⇔ 总第%d期", issues+1, issues+1))
	t.Logf("usable window after %v with %d issues", time.Since(begin).Round(time.Millisecond), issues)
	j.Shot("desk")
}

// publish makes an office of three people with n issues, most sent out, some
// still on the desk.
func publish(t *testing.T, path string, n int) {
	t.Helper()
	ctx := t.Context()
	p, err := setup.Open(ctx, setup.Options{DSN: path, Desk: []review.Option{review.WithPINCost(review.PINCost{Passes: 1, KiB: 8})}})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	people, err := setup.SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.AddPeople(ctx, people); err != nil {
		t.Fatal(err)
	}
	var actors []review.Actor
	for _, one := range people {
		a, err := p.Desk.Unlock(ctx, one.Name, one.PIN)
		if err != nil {
			t.Fatal(err)
		}
		actors = append(actors, a)
	}
	for i := range n {
		if err := publishOne(ctx, p, actors, i); err != nil {
			t.Fatal(err)
		}
	}
}

func publishOne(ctx context.Context, p *setup.Program, actors []review.Actor, i int) error {
	all, err := p.Desk.AllSeries(ctx)
	if err != nil {
		return err
	}
	issue, err := all[0].Template.NewIssue(nil)
	if err != nil {
		return err
	}
	issue.Masthead.Date = doc.Date{Year: 2026, Month: 1 + i%12, Day: 1 + i%28}
	a := &issue.Articles[0]
	a.Title, a.Source = fmt.Sprintf("第%d个街道推行议事会", i), "综合处"
	a.Body = []doc.Paragraph{doc.NewParagraph(fmt.Sprintf("本月共召开议事会%d场，答复问题%d件。", i, 2*i))}
	f, err := p.Desk.Create(ctx, actors[0], all[0].ID, issue, review.CauseNew, "")
	if err != nil {
		return err
	}
	if _, err := p.Desk.Submit(ctx, actors[0], f.Draft.ID); err != nil {
		return err
	}
	for _, signer := range actors[1:] {
		if _, err := p.Desk.Sign(ctx, signer, f.Draft.ID, review.Signing{Revision: 1}); err != nil {
			return err
		}
	}
	const onTheDesk = 10 // of a hundred
	if i%100 < onTheDesk {
		return nil
	}
	_, err = p.Desk.Issue(ctx, actors[1], f.Draft.ID)
	return err
}
