package postgres_test

import (
	"bytes"
	"context"
	"errors"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

// knife cuts connections at a commit.
type knife struct {
	cuts  atomic.Int32 // how many commits are still to be cut
	late  bool         // after the server got it and answered, not before
	block atomic.Bool  // nobody gets through any more
}

var errCut = errors.New("cut")

func (k *knife) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if k.block.Load() {
		return nil, &net.OpError{Op: "dial", Net: network, Err: errCut}
	}
	c, err := new(net.Dialer).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &cuttable{c, k}, nil
}

type cuttable struct {
	net.Conn
	knife *knife
}

func (c *cuttable) Write(p []byte) (int, error) {
	if !bytes.Contains(p, []byte("commit\x00")) || c.knife.cuts.Add(-1) < 0 {
		return c.Conn.Write(p)
	}
	defer c.Conn.Close()
	if !c.knife.late {
		return 0, &net.OpError{Op: "write", Err: errCut}
	}
	n, err := c.Conn.Write(p)
	if err != nil {
		return n, err
	}
	_, err = c.Conn.Read(make([]byte, 1024)) // the answer, which nobody gets
	return n, err
}

// counted makes a draft whose Round counts.
func counted(t *testing.T, s review.Store) {
	t.Helper()
	err := s.Atomically(context.Background(), func(tx review.Tx) error {
		return tx.Drafts().Add(review.Draft{ID: "d1", State: review.Drafting})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// count adds one to a draft's Round and returns how often it was tried.
func count(ctx context.Context, s review.Store) (runs int, err error) {
	err = s.Atomically(ctx, func(tx review.Tx) error {
		runs++
		d, err := tx.Drafts().Get("d1")
		if err != nil {
			return err
		}
		d.Round++
		return tx.Drafts().Update(d)
	})
	return runs, err
}

func rounds(t *testing.T, s review.Store) int {
	t.Helper()
	var d review.Draft
	err := s.View(context.Background(), func(tx review.Tx) (err error) {
		d, err = tx.Drafts().Get("d1")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d.Round
}

// TestLostCommits cuts every other commit, and the looking up of some: nothing
// is done twice, and nothing is lost.
func TestLostCommits(t *testing.T) {
	for name, c := range map[string]struct {
		late bool
		runs int // of f, for a commit that is cut once
	}{"before the server got it": {false, 2}, "after the server answered": {true, 1}} {
		for mode, options := range modes {
			t.Run(name+", "+mode, func(t *testing.T) {
				k := &knife{late: c.late}
				s := opened(t, append(options, postgres.WithDialer(k.dial))...)
				counted(t, s)
				for i := range 20 {
					k.cuts.Store(int32(i % 4))
					runs, err := count(context.Background(), s)
					if err != nil {
						t.Fatal(err)
					}
					if i%4 == 1 && runs != c.runs {
						t.Errorf("f ran %d times, want %d", runs, c.runs)
					}
				}
				if got := rounds(t, s); got != 20 {
					t.Errorf("20 acknowledged counts make %d", got)
				}
			})
		}
	}
}

// TestUnsure never gets through again after the commit.
func TestUnsure(t *testing.T) {
	k := &knife{late: true}
	s := opened(t, postgres.WithDialer(k.dial), postgres.WithPatience(50*time.Millisecond))
	counted(t, s)
	k.cuts.Store(1)
	err := s.Atomically(context.Background(), func(review.Tx) error { k.block.Store(true); return nil })
	if !errors.Is(err, review.ErrUnsure) {
		t.Errorf("Atomically = %v, want %v", err, review.ErrUnsure)
	}
	if _, err := count(context.Background(), s); !errors.Is(err, review.ErrLost) || errors.Is(err, review.ErrUnsure) {
		t.Errorf("without a server: %v, want %v", err, review.ErrLost)
	}
	k.block.Store(false)
	if _, err := count(context.Background(), s); err != nil || rounds(t, s) != 1 {
		t.Errorf("after it came back: %v, %d", err, rounds(t, s))
	}
}

// TestCanceledAtTheCommit still says what became of the transaction.
func TestCanceledAtTheCommit(t *testing.T) {
	for name, late := range map[string]bool{"before": false, "after": true} {
		t.Run(name, func(t *testing.T) {
			k := &knife{late: late}
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			var looking atomic.Bool
			s := opened(t, postgres.WithDialer(func(c context.Context, network, address string) (net.Conn, error) {
				if looking.Load() {
					cancel()
				}
				return k.dial(c, network, address)
			}), postgres.WithConnections(1))
			counted(t, s)
			k.cuts.Store(1)
			looking.Store(true) // the next connection is made after the cut
			_, err := count(ctx, s)
			if done := rounds(t, s) == 1; done != (err == nil) || done != late {
				t.Errorf("Atomically = %v, and it is done: %v", err, done)
			}
		})
	}
}

// TestSilentNetwork ends in an error and not in waiting, and heals by itself.
func TestSilentNetwork(t *testing.T) {
	cluster := pgtest.Shared(t)
	proxy := pgtest.NewProxy(t, cluster.Address())
	s := openAt(t, proxied(t, proxy, cluster), postgres.WithSilence(400*time.Millisecond), postgres.WithPatience(200*time.Millisecond))
	counted(t, s)
	proxy.Cut()
	if _, err := count(context.Background(), s); !errors.Is(err, review.ErrLost) {
		t.Errorf("Atomically = %v, want %v", err, review.ErrLost)
	}
	if err := s.View(context.Background(), func(review.Tx) error { return nil }); !errors.Is(err, review.ErrLost) {
		t.Errorf("View = %v, want %v", err, review.ErrLost)
	}
	proxy.Heal()
	if _, err := count(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	if got := rounds(t, s); got != 1 {
		t.Errorf("one acknowledged count makes %d", got)
	}
}

// proxied names a new database as it is reached through a proxy.
func proxied(t *testing.T, p *pgtest.Proxy, c *pgtest.Cluster) string {
	t.Helper()
	return strings.Replace(c.Database(t), c.Address(), p.Address(), 1)
}
