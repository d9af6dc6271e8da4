package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/secret"
	"jianbao/app/settings"
)

// ring is a keyring in memory.
type ring map[string]string

func (r ring) Available() bool { return true }

func (r ring) Password(host, user string) (string, bool) {
	password, known := r[user+"@"+host]
	return password, known
}

func (r ring) Keep(host, user, password string) error {
	r[user+"@"+host] = password
	return nil
}

func (r ring) Forget(host, user string) error {
	if _, known := r[user+"@"+host]; !known {
		return &secret.Error{Code: secret.CodeGone}
	}
	delete(r, user+"@"+host)
	return nil
}

// chosen runs a command where the settings file names a database.
func chosen(t *testing.T, r ring, file settings.File, stdin string, args ...string) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	shell := Shell{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Settings: file, Passwords: r}
	status = shell.Run(context.Background(), args)
	return status, out.String()
}

func TestAPasswordGoesToTheKeyringAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	file := settings.At(path)
	if err := file.Save(settings.Settings{Database: "postgres://wang@db1:5433,db2/jianbao"}); err != nil {
		t.Fatal(err)
	}
	r := ring{}
	status, said := chosen(t, r, file, "s3cret\n", "database", "password")
	if status != exitDone || r["wang@db1"] != "s3cret" || r["wang@db2"] != "s3cret" || len(r) != 2 {
		t.Fatalf("status %d, the keyring holds %v: %s", status, r, said)
	}
	data, err := os.ReadFile(path)
	if err != nil || strings.Contains(said+string(data), "s3cret") {
		t.Errorf("the password is in what was said or in the settings: %v", err)
	}
	delete(r, "wang@db2") // what is forgotten for one host is forgotten
	if status, said = chosen(t, r, file, "", "database", "password", "--forget"); status != exitDone || len(r) != 0 {
		t.Errorf("forgetting: status %d, %v: %s", status, r, said)
	}
	if status, said = chosen(t, r, file, "", "database", "password", "--forget"); status != exitFailed || !strings.Contains(said, "没有这个登录名的密码") {
		t.Errorf("forgetting again: status %d: %s", status, said)
	}
}

// An address with a password in it is refused wherever settings come from, and
// no database of one's own is worked on in its place.
func TestSettingsThatAreNotToBeFollowed(t *testing.T) {
	for content, want := range map[string]string{
		`{"database":"postgres://wang:s3cret@db1/jianbao"}`: "地址里写了密码",
		`{"database":"desk.db"}`:                            "不是数据库服务器的地址",
		`{`:                                                 "设置文件读不出来",
	} {
		path := filepath.Join(t.TempDir(), "settings.json")
		write(t, path, content)
		status, said := chosen(t, ring{}, settings.At(path), "", "list")
		if status != exitFailed || !strings.Contains(said, want) || strings.Contains(said, "s3cret") {
			t.Errorf("%s: status %d: %s", content, status, said)
		}
		local := filepath.Join(t.TempDir(), "own.db")
		if status, said := chosen(t, ring{}, settings.At(path), "", "list", "--db", local); status != exitDone {
			t.Errorf("%s with --db: status %d: %s", content, status, said)
		}
	}
}
