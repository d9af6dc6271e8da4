package architecture

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// reaching are the libraries by which a program reaches another machine: each
// itself and what lies below it. Addresses alone (net/url, net/netip) reach
// nothing, and golang.org/x/net/html reads a file.
var reaching = []string{"net/http", "net/rpc", "net/smtp", "net/textproto", "crypto/tls", "log/syslog",
	"golang.org/x/net", "golang.org/x/crypto/ssh", "golang.org/x/crypto/acme", "google.golang.org/grpc", "github.com/gorilla/websocket",
	"github.com/quic-go"}

// peaceful lie below them and reach nothing.
var peaceful = []string{"golang.org/x/net/html"}

// talking are the folders that may: to a server the user names; and, in builds
// for tests alone, to the program under test on the same machine.
var talking = []string{"storage/postgres", "app/apptest"}

// reaches reports whether an import may reach another machine.
func reaches(path string) bool {
	return path == "net" || underAny(path, reaching) && !underAny(path, peaceful)
}

// talkers names the files that import what reaches another machine.
func talkers(sources []source) []string {
	var wrong []string
	for _, s := range sources {
		for _, path := range s.imports {
			if reaches(path) && !underAny(s.folder, talking) {
				wrong = append(wrong, s.file+" imports "+path)
			}
		}
	}
	return wrong
}

// TestNothingReachesTheNetwork holds every file, tests included, to it.
func TestNothingReachesTheNetwork(t *testing.T) {
	sources, err := read(repository(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range talkers(sources) {
		t.Errorf("%s: the program makes no network call", w)
	}
}

func TestTalkersAreFound(t *testing.T) {
	file := func(path string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("package x\nimport _ \"" + path + "\"\n")}
	}
	sources, err := read(fstest.MapFS{
		"app/a.go": file("net"), "app/b.go": file("net/http/httptest"), "app/c.go": file("golang.org/x/net/websocket"),
		"app/d.go": file("net/url"), "app/e.go": file("golang.org/x/net/html/atom"), "app/f.go": file("network"),
		"storage/postgres/g.go": file("crypto/tls"), "storage/sqlite/h_test.go": file("crypto/tls"),
	})
	if err != nil {
		t.Fatal(err)
	}
	found := talkers(sources)
	slices.Sort(found)
	want := "app/a.go imports net|app/b.go imports net/http/httptest|app/c.go imports golang.org/x/net/websocket|storage/sqlite/h_test.go imports crypto/tls"
	if got := strings.Join(found, "|"); got != want {
		t.Errorf("found %s\nwant  %s", got, want)
	}
}
