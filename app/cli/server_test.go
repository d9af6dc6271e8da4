package cli

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"jianbao/app/settings"
	"jianbao/storage/postgres/pgtest"
)

// onServer runs a command on a database of a server.
func onServer(t *testing.T, dsn, line string) (status int, said string) {
	t.Helper()
	status, out, errs := try(append([]string{"--db", dsn}, strings.Fields(line)...)...)
	return status, out + errs
}

func TestAServerIsCheckedUpgradedAndUsed(t *testing.T) {
	dsn := pgtest.DSN(t)
	for _, step := range []struct {
		line   string
		status int
		says   string
	}{
		{"database check", exitFailed, "库结构第 0 步，本程序要第"},
		{"database upgrade", exitDone, "库结构从第 0 步到第"},
		{"database upgrade", exitDone, "不用升"},
		{"database check", exitDone, "这个登录名是属主"},
		{"database check", exitDone, "连接没有加密"},
		{"people add 李知远 --role 拟稿 --pin-file none", exitFailed, "none"},
		{"series list", exitDone, "yunzhou"},
		{"backup", exitFailed, "备份由服务器的管理员做"},
		{"verify", exitDone, "没有发现问题"},
	} {
		if status, said := onServer(t, dsn, step.line); status != step.status || !strings.Contains(said, step.says) {
			t.Errorf("%s: status %d: %s", step.line, status, said)
		}
	}
}

func TestAServerIsToldAsJSON(t *testing.T) {
	dsn := pgtest.DSN(t)
	if status, said := onServer(t, dsn, "database upgrade --json"); status != exitDone {
		t.Fatal(said)
	}
	status, said := onServer(t, dsn, "database check --json")
	var info databaseInfo
	if err := json.Unmarshal([]byte(said), &info); status != exitDone || err != nil {
		t.Fatalf("status %d, %v: %s", status, err, said)
	}
	if !info.Server || info.TLS || info.Verified || info.Rights != "owner" || info.Schema == 0 || info.Schema != info.Newest || info.Desks == nil || *info.Desks != 0 {
		t.Errorf("%+v", info)
	}
}

// The password of a login is nowhere in what is said, whether it is right or
// wrong; a right one lets one in from the keyring.
func TestThePasswordOfALoginIsNeverSaid(t *testing.T) {
	c := pgtest.NewCluster(t, pgtest.Options{Passwords: true})
	if err := c.Role("wang", "s3cret"); err != nil {
		t.Fatal(err)
	}
	dsn := c.Database(t)
	database := dsn[strings.LastIndex(dsn, "/")+1:]
	if err := c.Exec(database, "GRANT ALL ON SCHEMA public TO wang"); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PGPASSFILE", os.DevNull)
	login := c.DSNAs("wang", "", database)
	host := "wang@127.0.0.1"
	for name, step := range map[string]struct {
		dsn    string
		ring   ring
		status int
		says   string
	}{
		"none":         {login, ring{}, exitFailed, "密码"},
		"wrong kept":   {login, ring{host: "wr0ng"}, exitFailed, "密码"},
		"wrong said":   {c.DSNAs("wang", "wr0ng", database), ring{}, exitFailed, "密码"},
		"right kept":   {login, ring{host: "s3cret"}, exitDone, "wang"},
		"right said":   {c.DSNAs("wang", "s3cret", database), ring{}, exitDone, "wang"},
		"right before": {c.DSNAs("wang", "s3cret", database), ring{host: "wr0ng"}, exitDone, "wang"},
	} {
		for _, line := range []string{"database upgrade", "database check", "database check --json"} {
			status, said := chosen(t, step.ring, settings.File{}, "", append(strings.Fields(line), "--db", step.dsn)...)
			if status != step.status || line != "database upgrade" && !strings.Contains(said, step.says) || strings.Contains(said, "s3cret") || strings.Contains(said, "wr0ng") {
				t.Errorf("%s, %s: status %d: %s", name, line, status, said)
			}
		}
	}
}
