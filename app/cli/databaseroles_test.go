package cli

import (
	"strings"
	"testing"

	"jianbao/storage/postgres/pgtest"
)

// TestRolesArePrintedRunAndKept prints the script, runs it as an administrator
// does, has the owner make the tables, and works at a desk.
func TestRolesArePrintedRunAndKept(t *testing.T) {
	c := pgtest.Shared(t)
	dsn := c.Database(t)
	name := dsn[strings.LastIndex(dsn, "/")+1:]
	status, script, errs := try("database", "roles", "bureau", "desks")
	if status != exitDone || errs != "" {
		t.Fatalf("status %d: %s", status, errs)
	}
	if err := c.Exec(name, script, "CREATE ROLE li LOGIN IN ROLE desks"); err != nil {
		t.Fatal(err)
	}
	owner, desk := c.DSNAs("bureau", "", name), c.DSNAs("li", "", name)
	for _, step := range []struct {
		dsn, line string
		status    int
		says      string
	}{
		{desk, "database check", exitFailed, "权限不够"},
		{desk, "database upgrade", exitFailed, "无权在里面建表"},
		{owner, "database upgrade", exitDone, "库结构从第 0 步到第"},
		{desk, "database upgrade", exitDone, "不用升"},
		{desk, "database check", exitDone, "这个登录名有办稿的权限"},
		{desk, "people add 李知远 --role 拟稿", exitDone, "李知远"},
		{desk, "verify", exitDone, "没有发现问题"},
	} {
		if status, said := onServer(t, step.dsn, step.line); status != step.status || !strings.Contains(said, step.says) {
			t.Errorf("%s: status %d: %s", step.line, status, said)
		}
	}
	if status, _, errs := try("database", "roles", "desks", "desks"); status != exitUsage || !strings.Contains(errs, "两个名字要不同") {
		t.Errorf("status %d: %s", status, errs)
	}
}
