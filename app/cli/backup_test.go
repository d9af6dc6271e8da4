package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

const backedUp = "云州市政务情况简报\n第1期\n云州市政务信息办公室\n2026年1月5日\n\n标题一句\n\n　　走访三百一十二户。\n\n（办公室）\n"

// TestBackupRepairRestore makes a copy, damages the database, mends it from the
// copy, and restores the copy in its place.
func TestBackupRepairRestore(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "issue.txt", backedUp)
	var made imported
	run(t, &made, "import", "issue.txt")
	var people []personInfo
	run(t, &people, "people", "list")
	var saved copyMade
	run(t, &saved, "backup")
	if !saved.Sound {
		t.Errorf("made %+v", saved)
	}
	var all copyList
	run(t, &all, "backups")
	if !all.Good || len(all.Copies) != 1 || all.Copies[0].File != saved.File {
		t.Errorf("backups %+v", all)
	}
	if status, out, _ := try("verify"); status != exitDone || !strings.Contains(out, "备份正常") {
		t.Errorf("verify: %s", out)
	}
	damageText(t, "desk.db")
	if status, _, _ := try("verify"); status != exitFailed {
		t.Fatal("the damage is not found")
	}
	var m mended
	run(t, &m, "repair", "--as", people[0].Name)
	if m.Damaged != 1 || m.Mended != 1 {
		t.Errorf("mended %+v", m)
	}
	if status, out, _ := try("verify"); status != exitDone {
		t.Errorf("verify after the repair: %s", out)
	}
	var r restored
	run(t, &r, "restore", saved.File, "--replace")
	if r.Drafts != 1 || r.Newest != "标题一句" {
		t.Errorf("restored %+v", r)
	}
	for _, file := range []string{"desk.db", r.Kept} {
		if _, err := os.Stat(file); err != nil {
			t.Error(err)
		}
	}
	var shown listing
	run(t, &shown, "list")
	if len(shown) != 1 {
		t.Errorf("the restored database lists %v", shown)
	}
}

// TestRuinsCanBeRestored replaces the database by a text.
func TestRuinsCanBeRestored(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "issue.txt", backedUp)
	var made imported
	run(t, &made, "import", "issue.txt")
	var saved copyMade
	run(t, &saved, "backup")
	write(t, "desk.db", "这里曾经是数据库")
	if status, _, errs := try("list"); status != exitFailed || !strings.Contains(errs, "不是本程序的数据库") {
		t.Fatalf("list ends with %d: %s", status, errs)
	}
	if status, out, errs := try("backups"); status != exitDone || !strings.Contains(out, saved.File) {
		t.Errorf("backups ends with %d: %s%s", status, out, errs)
	}
	var r restored
	run(t, &r, "restore", saved.File, "--replace")
	if status, out, _ := try("verify"); status != exitDone {
		t.Errorf("verify: %s", out)
	}
}

func damageText(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Replace(data, []byte("三百一十二户"), []byte("三百二十二户"), 1)
	if bytes.Equal(damaged, data) {
		t.Fatal("the text does not stand in the file as it is")
	}
	write(t, path, string(damaged))
}
