package app

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"jianbao/app/screen/screentest"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/exchange/packet"
)

const (
	stranger    = "梁栋" // works at the other machine
	strangerPIN = "13579"
)

// otherMachine is a program with a database and a person of its own.
func otherMachine(t *testing.T) (*setup.Program, review.Actor) {
	t.Helper()
	p, err := setup.Open(t.Context(), setup.Options{DSN: storage.Memory, Desk: []review.Option{review.WithPINCost(review.PINCost{Passes: 1, KiB: 8})}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	if _, err := p.Desk.AddPerson(t.Context(), stranger, []review.Role{"核稿"}, strangerPIN); err != nil {
		t.Fatal(err)
	}
	who, err := p.Desk.Unlock(t.Context(), stranger, strangerPIN)
	if err != nil {
		t.Fatal(err)
	}
	return p, who
}

func packed(t *testing.T, p *setup.Program, who review.Actor, id review.DraftID) []byte {
	t.Helper()
	_, file, err := p.SendPacket(t.Context(), who, id, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file.Path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func oneLine(words string) doc.Bulletin {
	return doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: "题目", Body: []doc.Paragraph{{ID: "p", Text: words}}}}}
}

func save(t *testing.T, p *setup.Program, who review.Actor, id review.DraftID, words string) {
	t.Helper()
	if _, err := p.Desk.Save(t.Context(), who, id, 1, oneLine(words), ""); err != nil {
		t.Fatal(err)
	}
}

// begun is a draft of the office, and its drafter who gave the PIN.
func (w *window) begun(t *testing.T) (*review.File, review.Actor) {
	t.Helper()
	people, err := setup.SamplePeople()
	if err != nil {
		t.Fatal(err)
	}
	who, err := w.Desk().Unlock(t.Context(), people[0].Name, people[0].PIN)
	if err != nil {
		t.Fatal(err)
	}
	all, err := w.Desk().AllSeries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	f, err := w.Desk().Create(t.Context(), who, all[0].ID, oneLine("年底前力争完成任务。"), review.CauseNew, "")
	if err != nil {
		t.Fatal(err)
	}
	return f, who
}

func TestWhatTwoMachinesDisagreeAboutIsAsked(t *testing.T) {
	w := officeWindow(t)
	f, who := w.begun(t)
	id := f.Draft.ID
	other, guest := otherMachine(t)
	out, err := packet.Read(packed(t, w.program, who, id), other.Desk.Sealed)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := other.Desk.OpenPacket(t.Context(), guest, out)
	if err != nil {
		t.Fatal(err)
	}
	save(t, other, guest, theirs.Draft.ID, "年底前争取完成任务。")
	save(t, w.program, who, id, "年底前确保完成任务。")
	w.showPacket(packed(t, other, guest, theirs.Draft.ID))
	if said := w.front(); !strings.Contains(said, stranger) || !strings.Contains(said, "本机第一次见到") {
		t.Errorf("before it is taken the window says\n%s", said)
	}
	w.tap(t, "收下")
	if said := w.front(); !strings.Contains(said, "确保") || !strings.Contains(said, "争取") {
		t.Fatalf("the window asks\n%s", said)
	}
	screentest.Within[*widget.RadioGroup](screentest.Top(w.win.Canvas()))[0].SetSelected("用送回的")
	w.tap(t, "合并")
	after, err := w.Desk().Open(t.Context(), who, id)
	if err != nil {
		t.Fatal(err)
	}
	if got := after.Head.Text.Articles[0].Body[0].Text; got != "年底前争取完成任务。" || after.Name(after.Head.Author) != stranger {
		t.Errorf("the newest says %q by %s", got, after.Name(after.Head.Author))
	}
}

func TestAPacketIsTakenForOneWhereverAFileIsOpened(t *testing.T) {
	w := officeWindow(t)
	other, guest := otherMachine(t)
	all, err := other.Desk.AllSeries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Desk.ChangePerson(t.Context(), guest.Person().ID, []review.Role{review.RoleDrafter}, false); err != nil {
		t.Fatal(err)
	}
	f, err := other.Desk.Create(t.Context(), guest, all[0].ID, oneLine("照旧。"), review.CauseNew, "")
	if err != nil {
		t.Fatal(err)
	}
	data := packed(t, other, guest, f.Draft.ID)
	w.importFrom(io.NopCloser(bytes.NewReader(data)), "稿.jbp")
	w.tap(t, "收下")
	if said := w.front(); !strings.Contains(said, "外来稿件") {
		t.Errorf("the window says\n%s", said)
	}
	drafts, err := w.Desk().List(t.Context(), review.DraftFilter{})
	if err != nil || len(drafts) != 1 || !drafts[0].Foreign() {
		t.Errorf("drafts: %+v, %v", drafts, err)
	}
}
