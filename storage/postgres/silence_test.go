package postgres

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"time"
)

// attended returns a connection whose other end says nothing and takes nothing.
func attended(t *testing.T, silence time.Duration) net.Conn {
	t.Helper()
	near, far := net.Pipe()
	t.Cleanup(func() { far.Close() })
	dial := attentively(func(context.Context, string, string) (net.Conn, error) { return near, nil }, silence)
	c, err := dial(context.Background(), "tcp", "nowhere")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestSilenceEnds(t *testing.T) {
	for name, do := range map[string]func(net.Conn) error{
		"Read":  func(c net.Conn) error { _, err := c.Read(make([]byte, 1)); return err },
		"Write": func(c net.Conn) error { _, err := c.Write([]byte("x")); return err },
	} {
		c := attended(t, time.Millisecond)
		if err := do(c); !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("%s = %v", name, err)
		}
		if err := do(c); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s after a silence = %v, want it closed", name, err)
		}
	}
}

// TestALongTextOnASlowLine has the other end take a little at a time, all of
// which together takes longer than any silence may.
func TestALongTextOnASlowLine(t *testing.T) {
	near, far := net.Pipe()
	defer far.Close()
	const silence = 400 * time.Millisecond
	c := &attentive{Conn: near, silence: silence}
	text := bytes.Repeat([]byte("简报"), 4*portion)
	got := make(chan []byte)
	go func() {
		taken := make([]byte, len(text))
		for from := 0; from < len(taken); from += portion {
			<-time.After(silence / 16)
			if _, err := io.ReadFull(far, taken[from:from+portion]); err != nil {
				break
			}
		}
		got <- taken
	}()
	if n, err := c.Write(text); n != len(text) || err != nil {
		t.Fatalf("Write = %d, %v", n, err)
	}
	if !bytes.Equal(<-got, text) {
		t.Error("another text arrived")
	}
}

// TestTheDriverBreaksOff sets a deadline before and while something is read.
func TestTheDriverBreaksOff(t *testing.T) {
	c := attended(t, time.Hour)
	if err := c.SetDeadline(time.Now()); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("Read = %v", err)
	}
	if err := c.SetDeadline(time.Time{}); err != nil {
		t.Fatal(err)
	}
	read := make(chan error)
	go func() {
		_, err := c.Read(make([]byte, 1))
		read <- err
	}()
	if err := c.SetDeadline(time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := <-read; !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("Read = %v", err)
	}
}
