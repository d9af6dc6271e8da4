package postgres

import (
	"context"
	"errors"
	"net"
	"os"
	"sync"
	"time"
)

// dialer makes a network connection.
type dialer func(ctx context.Context, network, address string) (net.Conn, error)

// alive notices a peer that is gone although nothing is under way.
var alive = net.KeepAliveConfig{Enable: true, Idle: 10 * time.Second, Interval: 5 * time.Second, Count: 3}

// attentively returns a dialer whose connections fail when a read or a write
// gets no further for as long as silence.
func attentively(dial dialer, silence time.Duration) dialer {
	if dial == nil {
		dial = (&net.Dialer{KeepAliveConfig: alive}).DialContext
	}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &attentive{Conn: c, silence: silence}, nil
	}
}

// attentive is a connection on which nothing stays unanswered for long. The
// driver reads only when it expects an answer.
type attentive struct {
	net.Conn
	silence time.Duration

	mu    sync.Mutex
	limit time.Time // that the driver set; zero: none
}

// Read implements net.Conn.
func (c *attentive) Read(p []byte) (int, error) {
	if err := c.arm(c.Conn.SetReadDeadline); err != nil {
		return 0, err
	}
	n, err := c.Conn.Read(p)
	c.leave(err)
	return n, err
}

// portion is how much is written between two looks at the clock.
const portion = 16 << 10

// Write implements net.Conn. A long text on a slow line gets as long as it takes,
// if only each portion gets away.
func (c *attentive) Write(p []byte) (n int, err error) {
	for err == nil && n < len(p) {
		var wrote int
		wrote, err = c.write(p[n:min(n+portion, len(p))])
		n += wrote
	}
	return n, err
}

func (c *attentive) write(p []byte) (int, error) {
	if err := c.arm(c.Conn.SetWriteDeadline); err != nil {
		return 0, err
	}
	n, err := c.Conn.Write(p)
	c.leave(err)
	return n, err
}

// arm sets the deadline of what comes next, unless the driver's is earlier.
func (c *attentive) arm(set func(time.Time) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	deadline := time.Now().Add(c.silence)
	if !c.limit.IsZero() && c.limit.Before(deadline) {
		deadline = c.limit
	}
	return set(deadline)
}

// leave closes a connection that was silent for too long: the driver takes every
// timeout for one of its own and would wait on it a second time.
func (c *attentive) leave(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if errors.Is(err, os.ErrDeadlineExceeded) && c.limit.IsZero() {
		c.Conn.Close() // it is of no use, whatever closing it says
	}
}

// SetDeadline implements net.Conn. The driver sets one to break off what is
// under way.
func (c *attentive) SetDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.limit = t
	return c.Conn.SetDeadline(t)
}
