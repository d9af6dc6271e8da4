//go:build e2e

package probe

import (
	"bufio"
	"encoding/json"
	"log"
	"net"
	"os"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"jianbao/app/apptest/scene"
)

// names holds what Name was told. Only the UI goroutine uses it.
var names = map[fyne.CanvasObject]string{}

// pending counts the calls of Busy whose work is not done.
var pending atomic.Int64

// Name gives object a name by which a journey can find it, for objects that show no text of their own. Call
// it on the UI goroutine.
func Name[T fyne.CanvasObject](object T, name string) T {
	names[object] = name
	return object
}

// Busy says that work has begun outside the UI goroutine whose end will change the screen. The program is
// not idle until done has been called.
func Busy() (done func()) {
	pending.Add(1)
	return func() { pending.Add(-1) }
}

// Start answers questions about w on the socket named by the environment, for as long as the program runs.
// Without the variable it does nothing.
func Start(w fyne.Window) {
	path := os.Getenv(scene.SocketVariable)
	if path == "" {
		return
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		log.Printf("probe: %v", err)
		return
	}
	go serve(listener, w)
}

func serve(listener net.Listener, w fyne.Window) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			log.Printf("probe: %v", err)
			return
		}
		go converse(connection, w)
	}
}

// converse answers one journey's questions until it hangs up.
func converse(connection net.Conn, w fyne.Window) {
	defer connection.Close()
	out := json.NewEncoder(connection)
	for lines := bufio.NewScanner(connection); lines.Scan(); {
		if err := out.Encode(answer(lines.Bytes(), w)); err != nil {
			return
		}
	}
}

func answer(line []byte, w fyne.Window) (a scene.Answer) {
	var q scene.Question
	if err := json.Unmarshal(line, &q); err != nil {
		return scene.Answer{Error: err.Error()}
	}
	switch q.Ask {
	case scene.AskIdle:
		settle()
	case scene.AskScene:
		fyne.DoAndWait(func() { a.Scene = look(w) })
	default:
		a.Error = "unknown question " + q.Ask
	}
	return a
}
