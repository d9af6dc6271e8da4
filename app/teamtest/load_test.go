//go:build team

package teamtest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"jianbao/app/teamtest/load"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

var write = flag.String("write", "", "folder of the repository to which the table and the plot of the load go")

// What must hold with the most desks.
const (
	saveGoal    = 50 * time.Millisecond
	refreshGoal = 100 * time.Millisecond
	seenGoal    = 2 * time.Second
)

// meaningful is how long a round must last for its times to be held against the
// goals.
const meaningful = 60

// TestLoad measures 5 to 50 desks on a database with JIANBAO_LOAD_ISSUES issues.
// Each round takes JIANBAO_LOAD_SECONDS, the last JIANBAO_LOAD_LAST.
func TestLoad(t *testing.T) {
	seconds := from(t, "JIANBAO_LOAD_SECONDS", 15)
	last := from(t, "JIANBAO_LOAD_LAST", seconds)
	server := pgtest.NewCluster(t, pgtest.Options{})
	o, err := furnish(t.Context(), at(server.Database(t)), 50)
	must(t, err)
	on := machine(runtime.NumCPU())
	p := filled(t, o, from(t, "JIANBAO_LOAD_ISSUES", 5000))
	must(t, server.Exec("postgres", "CHECKPOINT"))
	desks := []int{5, 10, 20, 35, 50}
	var rounds []load.Round
	for i, n := range desks {
		length := seconds
		if i == len(desks)-1 {
			length = last
		}
		rounds = append(rounds, o.measure(t, server, p, n, time.Duration(length)*time.Second))
	}
	t.Logf("%s\n%s", on, load.Markdown(rounds))
	judge(t, rounds[len(rounds)-1])
	if *write != "" {
		must(t, publish(rounds, on, p.issues))
	}
}

func filled(t *testing.T, o *office, issues int) *past {
	t.Helper()
	begun := time.Now()
	store, err := o.open(t.Context())
	must(t, err)
	defer store.Close()
	p, err := fill(t.Context(), store, o, issues)
	must(t, err)
	must(t, p.roles(t.Context(), newDesk(store)))
	t.Logf("%d issues entered in %.1f s", issues, time.Since(begun).Seconds())
	return p
}

// measure lets so many desks work for some time.
func (o *office) measure(t *testing.T, server *pgtest.Cluster, p *past, desks int, length time.Duration) load.Round {
	t.Helper()
	watch, seen := load.NewWatch(), &sightings{at: map[review.DraftID]map[int]time.Time{}}
	var all []*writer
	for n := range desks {
		w, err := o.seat(t.Context(), n, p.draft(p.issues-1-n).ID, watch, seen)
		must(t, err)
		all = append(all, w)
	}
	_, port, _ := strings.Cut(server.Address(), ":")
	ours, theirs, begun := programUsed(), serverUsed(port), time.Now()
	ctx, cancel := context.WithTimeout(t.Context(), length)
	defer cancel()
	var working sync.WaitGroup
	for _, w := range all {
		working.Go(func() { w.work(ctx, desks) })
	}
	working.Wait()
	took := time.Since(begun)
	r := watch.Round(desks, took)
	r.Program, r.Server = (programUsed()-ours).Seconds()/took.Seconds(), (serverUsed(port)-theirs).Seconds()/took.Seconds()
	for _, w := range all {
		must(t, w.leave(t.Context()))
	}
	return r
}

// judge says whether the goals are reached, where the round was long enough to
// tell. What must always hold is that nothing goes wrong.
func judge(t *testing.T, r load.Round) {
	t.Helper()
	short := r.Length < meaningful*time.Second
	for what, n := range r.Errors {
		if short && strings.Contains(what, review.ErrBusy.Error()) {
			t.Logf("%d times %s", n, what) // others may have kept the machine busy
		} else {
			t.Errorf("%d times %s", n, what)
		}
	}
	if len(r.Times[load.Save]) == 0 || len(r.Times[load.Seen]) == 0 {
		t.Error("nobody saved, or nobody saw it")
	}
	if short {
		t.Logf("%s is too short to be held against the goals", r.Length.Round(time.Second))
		return
	}
	for _, g := range []struct {
		kind       load.Kind
		thousandth int
		goal       time.Duration
	}{{load.Save, 950, saveGoal}, {load.Refresh, 950, refreshGoal}, {load.Seen, 1000, seenGoal}} {
		verdict := "holds"
		is := r.Times[g.kind].At(g.thousandth)
		if is > g.goal {
			verdict = "DOES NOT HOLD"
		}
		t.Logf("%d desks: %s at %d of 1000 within %s: %s (%s)", r.Desks, g.kind, g.thousandth, g.goal, verdict, is.Round(time.Millisecond/10))
	}
}

// publish writes the table and the plot into the documentation.
func publish(rounds []load.Round, machine string, issues int) error {
	folder, err := repository()
	if err != nil {
		return err
	}
	head := fmt.Sprintf(about, issues, active, machine)
	for name, data := range map[string]string{"load.md": head + load.Markdown(rounds), "load.svg": load.SVG(rounds)} {
		if err := os.WriteFile(filepath.Join(folder, *write, name), []byte(data), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// repository is the folder this test stands below that holds go.mod.
func repository() (string, error) {
	folder, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(folder, "go.mod")); missing == nil {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return "", os.ErrNotExist
		}
		folder = filepath.Dir(folder)
	}
	return "", err
}

// about stands above the table: issues, those being worked on, the machine.
const about = `# Load 负载

Written by TestLoad (app/teamtest). 本页由测试生成。

PostgreSQL 15 on loopback with fsync, its settings as they come, and all desks on the same machine; %d issues in the database, %d of
them being worked on. Each desk saves a real edit of 3,000 characters every 2 s and autosaves in between, asks every second whether
something was done, and refreshes its overview whenever it was: all of it through the use cases that the program itself goes through.
数据库与全部席位同在一台机器上，库中简报期数与在办期数如上；每个席位每2秒保存一次、其间暂存一次，每秒查询一次变化，有变化即刷新工作台。

Machine 机器: %s.

![times by the number of desks](load.svg)

`
