package about

import (
	"testing"

	"jianbao/app/command"
	"jianbao/app/i18n"
	"jianbao/app/screen/screentest"
)

// shell is the office, with the commands of one page.
type shell struct{ *screentest.Office }

func (shell) AllCommands() []Group {
	return []Group{
		{Name: "issue", Commands: command.List{{ID: "issue.export", Key: "Ctrl+E"}, {ID: "issue.archive"}}},
		{Name: "everywhere", Commands: command.List{{ID: "window.help", Key: "F1"}}},
	}
}

func TestEveryKeyIsListed(t *testing.T) {
	o := shell{screentest.New(t)}
	o.Open(New(o))
	o.Says("简报编审", "本程序不联网", "成品\n", "导出\nCtrl+E", "归档", "帮助\nF1")
}

func TestHelpInEnglish(t *testing.T) {
	o := shell{screentest.New(t)}
	o.Speak(i18n.English)
	o.Open(New(o))
	o.Says("The program makes no network connection.", "Final text", "Archive")
}
