package health_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/screen/health"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/backup"
	"jianbao/storage/memory"
)

func TestASoundOfficeIsSaidToBeSound(t *testing.T) {
	o := screentest.New(t)
	s := health.New(o)
	o.Open(s)
	o.Run(s, "health.check")
	o.Says("没有发现问题")
	o.Run(s, "health.export")
	if len(o.Told) != 1 || !strings.Contains(o.Told[0], "体检报告") || !strings.Contains(o.Told[0], "没有发现问题") {
		t.Errorf("report %q", o.Told)
	}
}

func TestDamageIsNamed(t *testing.T) {
	o := screentest.New(t)
	id := o.Draft(screentest.Issue())
	o.DamageText(id)
	s := health.New(o)
	o.Open(s)
	o.Run(s, "health.check")
	o.Says(string(id), "没有列出的内容都核对无误")
	o.Hides("没有发现问题")
}

func TestMemoryCannotBeBackedUp(t *testing.T) {
	o := screentest.New(t)
	s := health.New(o)
	o.Open(s)
	o.Says("只在内存里", "请处理")
	if o.Reason(s, "health.backup") == "" || o.Reason(s, "health.cancel") == "" || o.Reason(s, "health.mend") == "" {
		t.Error("something is offered that cannot be done")
	}
}

// On a server nothing is backed up from here: it is said who does, and no light
// is lit for what is not seen.
func TestTheBackupsOfAServerAreItsAdministrators(t *testing.T) {
	o := screentest.New(t)
	o.Servers.Remote = true
	s := health.New(o)
	o.Open(s)
	o.Says("备份由服务器的管理员做", "jianbao move")
	o.Hides("马上备份", "正常", "请处理", "还没有备份")
	if why := o.Reason(s, "health.backup"); !strings.Contains(why, "管理员") {
		t.Errorf("a backup cannot be made: %q", why)
	}
}

// disk stands for a database on disk: its copies are those of a release.
type disk struct{ review.Store }

func (disk) Backup(_ context.Context, path string) error {
	data, err := os.ReadFile("../../../storage/sqlite/testdata/0001.db")
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}

func (disk) DamagedTexts(context.Context) ([]doc.Hash, error) { return nil, nil }

func (disk) MendTexts(context.Context, [][]byte, func(review.Tx) error) error { return nil }

func TestACopyIsMadeAndRestored(t *testing.T) {
	o := screentest.New(t)
	folder := t.TempDir()
	keeper, err := backup.For(filepath.Join(folder, "jianbao.db"))
	o.OK(err)
	keeper.Attach(disk{memory.New()})
	o.Keep(keeper)
	s := health.New(o)
	o.Open(s)
	o.Says("还没有核对无误的备份")
	o.Run(s, "health.backup")
	o.Says("正常", "已核对，无误")
	o.Tap("从这份恢复")
	restored, err := filepath.Glob(filepath.Join(folder, "jianbao-restored-*.db"))
	if err != nil || len(restored) != 1 {
		t.Errorf("restored %v, %v", restored, err)
	}
	if len(o.Asked) != 2 || !strings.Contains(o.Asked[1], "不会删除") {
		t.Errorf("asked %q", o.Asked)
	}
	o.Answer = filepath.Join(folder, "另一块盘")
	o.Run(s, "health.folder")
	o.Says("另一块盘")
	if len(o.Failed) > 0 {
		t.Errorf("failed %q", o.Failed)
	}
}
