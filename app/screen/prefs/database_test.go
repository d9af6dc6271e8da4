package prefs

import (
	"strings"
	"testing"

	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/review"
)

const address = "postgres://wang@db1:5433,db2/jianbao"

// entries are the address and, where there is a keyring, the password.
func entries(s *Screen) []*element.Entry {
	return screentest.Within[*element.Entry](s.server.Content())
}

func TestAServerIsTriedAndChosen(t *testing.T) {
	o := screentest.New(t)
	o.Servers.Ring = true
	s := open(o)
	o.Says("存在本机文件")
	entries(s)[0].SetText(" " + address + " ")
	entries(s)[1].SetText("s3cret")
	o.Tap("试连接")
	o.Says("连上了，什么也没有改。")
	if o.Servers.Chosen != "" || len(o.Servers.Kept) > 0 {
		t.Fatal("trying changed something")
	}
	o.Tap("下次启动时使用")
	if o.Servers.Chosen != address || strings.Join(o.Servers.Kept, "") != address+" s3cret" || strings.Join(o.Servers.Tried, "") != address+" s3cret" {
		t.Errorf("%+v", o.Servers)
	}
	o.Says("已记下，下次启动时使用这个地址", "改回本机文件")
	if entries(s)[1].Text != "" {
		t.Error("the password still stands there")
	}
	o.Tap("改回本机文件")
	if o.Servers.Chosen != "" || len(o.Told) != 1 {
		t.Errorf("chosen %q, told %q", o.Servers.Chosen, o.Told)
	}
}

func TestAnAddressWithAPasswordIsRefused(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	for written, want := range map[string]string{"postgres://wang:s3cret@db1/x": "地址里写了密码", "db1": "不是数据库服务器的地址", "": "不是数据库服务器的地址"} {
		entries(s)[0].SetText(written)
		for _, button := range []string{"试连接", "下次启动时使用"} {
			o.Tap(button)
			o.Says(want)
		}
		entries(s)[0].SetText("")
		o.Hides("s3cret")
	}
	if o.Servers.Chosen != "" {
		t.Errorf("chosen %q", o.Servers.Chosen)
	}
}

func TestAServerThatIsNotReachedIsSaid(t *testing.T) {
	o := screentest.New(t)
	o.Servers.Refused = review.ErrLost
	s := open(o)
	entries(s)[0].SetText(address)
	o.Tap("试连接")
	o.Says("连不上数据库服务器")
	if len(o.Failed) > 0 {
		t.Errorf("a dialog said %q", o.Failed)
	}
}

// Without a keyring no password is asked for; the form says where it goes.
func TestWithoutAKeyring(t *testing.T) {
	o := screentest.New(t)
	o.Servers.Named = true
	s := open(o)
	if n := len(entries(s)); n != 1 {
		t.Errorf("%d entries", n)
	}
	o.Says("~/.pgpass", "PGPASSWORD", "这次用 --db 或 JIANBAO_DB 指定")
}

// What is being typed outlives what paints the settings anew.
func TestTypingOutlivesAPainting(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	entries(s)[0].SetText(address)
	s.Show()
	if got := entries(s)[0].Text; got != address {
		t.Errorf("%q is left", got)
	}
}
