package pgtest

import (
	"errors"
	"net"
	"sync"
	"testing"
	"time"
)

// Proxy stands between a program and its server on loopback and misbehaves as
// networks do. All its methods may be called at any time.
type Proxy struct {
	listener net.Listener
	target   string

	mu    sync.Mutex
	cut   bool
	delay time.Duration
	lines map[*line]bool
}

// NewProxy returns a proxy to a server's address that works until the test ends.
func NewProxy(tb testing.TB, target string) *Proxy {
	tb.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	p := &Proxy{listener: l, target: target, lines: map[*line]bool{}}
	go p.serve()
	tb.Cleanup(func() {
		if err := l.Close(); err != nil {
			tb.Error(err)
		}
		p.Reset()
	})
	return p
}

// Address is where programs find the server through the proxy.
func (p *Proxy) Address() string { return p.listener.Addr().String() }

// DSN names a database of a cluster through the proxy.
func (p *Proxy) DSN(c *Cluster, database string) string {
	return dsn(admin, c.password, database, p.Address())
}

// Cut loses everything that is sent from now on, both ways, and tells nobody:
// connections stay open on both sides, also new ones.
func (p *Proxy) Cut() { p.set(func() { p.cut = true }) }

// Heal ends a cut. A connection that lost anything in the cut stays silent for
// ever, as behind a firewall that forgot it; the others go on.
func (p *Proxy) Heal() { p.set(func() { p.cut = false }) }

// Delay holds back what is sent for so long, each way; 0 for not at all.
func (p *Proxy) Delay(d time.Duration) { p.set(func() { p.delay = d }) }

// Reset breaks all connections, so that both sides hear of it at once.
func (p *Proxy) Reset() {
	p.set(func() {
		for l := range p.lines {
			l.reset()
		}
		clear(p.lines)
	})
}

func (p *Proxy) set(change func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change()
}

func (p *Proxy) serve() {
	for {
		conn, err := p.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil {
			go p.carry(&line{near: conn})
		}
	}
}

// carry looks after one connection.
func (p *Proxy) carry(l *line) {
	p.set(func() {
		p.lines[l] = true
		l.lost = p.cut
	})
	if !p.loses(l) {
		far, err := net.Dial("tcp", p.target)
		if err != nil {
			p.drop(l)
			return
		}
		p.set(func() { l.far = far })
		go p.pump(l, far, l.near)
	}
	p.pump(l, l.near, l.far)
}

// pump takes what one side sends to the other one, until a side closes.
func (p *Proxy) pump(l *line, from, to net.Conn) {
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		if p.loses(l) {
			if err != nil {
				return // the other side does not hear of it
			}
			continue
		}
		if n > 0 {
			time.Sleep(p.wait())
			if _, err := to.Write(buffer[:n]); err != nil {
				p.drop(l)
				return
			}
		}
		if err != nil {
			p.drop(l)
			return
		}
	}
}

// loses reports whether what a line carries now is lost, and with it the line.
func (p *Proxy) loses(l *line) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	l.lost = l.lost || p.cut
	return l.lost
}

func (p *Proxy) wait() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.delay
}

func (p *Proxy) drop(l *line) {
	p.set(func() {
		l.close()
		delete(p.lines, l)
	})
}

// line is one connection through a proxy.
type line struct {
	near, far net.Conn // far is nil while there is none
	lost      bool
}

func (l *line) ends() []net.Conn {
	if l.far == nil {
		return []net.Conn{l.near}
	}
	return []net.Conn{l.near, l.far}
}

func (l *line) close() {
	for _, conn := range l.ends() {
		_ = conn.Close() // it may be closed already
	}
}

// reset closes so that the peers see an error, not an end.
func (l *line) reset() {
	for _, conn := range l.ends() {
		if tcp, ok := conn.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0)
		}
	}
	l.close()
}
