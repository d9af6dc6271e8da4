package compare

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/review"
)

// A copy with tracked changes that came back becomes revisions of those who made
// them.
func TestTrackedChangesAreEntered(t *testing.T) {
	o := newOffice(t)
	marked := o.sit(screentest.Editor, o.draft(revised))
	o.Answer = t.TempDir()
	o.run(marked, "marked")
	files, err := filepath.Glob(filepath.Join(o.Answer, "*.docx"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	o.Chosen, err = os.ReadFile(files[0])
	o.OK(err)
	author := marked.state.file.Head.Author

	id := o.draft(nil)
	s := o.sit(screentest.Editor, id)
	if why := o.reason(s, "enter"); !strings.Contains(why, "修订痕迹") {
		t.Errorf("without a file: %q", why)
	}
	o.run(s, "file")
	o.Says("按作者记成版本")
	before := len(o.File(id).Revisions)
	o.run(s, "enter")
	f := o.File(id)
	if len(o.Failed) > 0 || len(f.Revisions) != before+1 || f.Head.Author != author || f.Head.Cause != review.CauseEntered {
		t.Fatalf("failed %q, %d revisions, the newest by %s because of %s", o.Failed, len(f.Revisions), f.Name(f.Head.Author), f.Head.Cause)
	}
	if got, want := bodies(f.Head.Text), bodies(marked.state.to.Text); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("entered %q, want %q", got, want)
	}
	if s.outside != nil || s.state.to.Seq != f.Head.Seq {
		t.Error("the file is still shown")
	}
}

// Whoever nobody here is called by is asked for, and nothing is entered for
// somebody unknown.
func TestAnUnknownAuthorIsAskedFor(t *testing.T) {
	o := newOffice(t)
	marked := o.sit(screentest.Editor, o.draft(revised))
	o.Answer = t.TempDir()
	o.run(marked, "marked")
	files, err := filepath.Glob(filepath.Join(o.Answer, "*.docx"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	o.Chosen, err = os.ReadFile(files[0])
	o.OK(err)
	id := o.draft(nil)
	s := o.sit(screentest.Editor, id)
	o.run(s, "file")
	person := s.state.file.People[marked.state.file.Head.Author]
	person.Name = "名字不同"
	s.state.file.People[person.ID] = person
	o.Answer, o.Told = "没有这个人", nil
	o.run(s, "enter")
	if !strings.Contains(strings.Join(o.Told, ""), "没有这个人") || o.File(id).Draft.Head != 1 {
		t.Errorf("told %q, revision %d", o.Told, o.File(id).Draft.Head)
	}
	o.Answer = screentest.Checker
	o.run(s, "enter")
	if f := o.File(id); f.Name(f.Head.Author) != screentest.Checker {
		t.Errorf("by %s", f.Name(f.Head.Author))
	}
}
