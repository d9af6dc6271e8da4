package postgres

import (
	"context"
	"net"
)

// WithDialer lets a test make the network connections.
func WithDialer(dial func(ctx context.Context, network, address string) (net.Conn, error)) Option {
	return func(o *options) { o.dial = dial }
}
