package pgtest

import (
	"errors"
	"math/rand/v2"
	"net"
	"strconv"
)

// The ports of test servers lie below those that systems give to outgoing
// connections, so that a stopped server finds its port free when it comes back.
const (
	firstPort = 20000
	lastPort  = 32000
)

// freePort returns a port of loopback that nobody listens on.
func freePort() (int, error) {
	for range 100 {
		port := firstPort + rand.IntN(lastPort-firstPort)
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return port, l.Close()
		}
	}
	return 0, errors.New("pgtest: no free port on loopback")
}
