package backup_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/review"
)

func (o *office) mirrored() map[string]string {
	o.t.Helper()
	o.ok(o.Mirror(o.t.Context()))
	files, err := filepath.Glob(filepath.Join(o.MirrorFolder(), "*", "*"))
	o.ok(err)
	all := map[string]string{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		o.ok(err)
		name, err := filepath.Rel(o.MirrorFolder(), f)
		o.ok(err)
		all[filepath.ToSlash(name)] = string(data)
	}
	return all
}

func TestMirrorIsReadableWithoutUs(t *testing.T) {
	o := newOffice(t)
	files := o.mirrored()
	if text := files["情况简报题目 d1/text.txt"]; !strings.Contains(text, "题目") || !strings.Contains(text, "第一稿") {
		t.Errorf("%q in %v", text, files)
	}
	var record struct {
		Revision int
		Text     struct {
			Articles []struct{ Body []struct{ Text string } }
		}
	}
	o.ok(json.Unmarshal([]byte(files["情况简报题目 d1/record.json"]), &record))
	if record.Revision != 1 || record.Text.Articles[0].Body[0].Text != "第一稿" {
		t.Errorf("record %+v", record)
	}
}

func TestMirrorFollowsTheText(t *testing.T) {
	o := newOffice(t)
	o.mirrored()
	o.write(2, "第二稿")
	files := o.mirrored()
	if len(files) != 2 || !strings.Contains(files["情况简报题目 d1/text.txt"], "第二稿") {
		t.Errorf("mirror %v", files)
	}
}

// TestMirrorNames has headings that would lead out of the folder, hide what
// they say or be too long for a path.
func TestMirrorNames(t *testing.T) {
	o := newOffice(t)
	hostile := []string{"../../etc/passwd", `C:\CON`, "夜\u202e半", strings.Repeat("长", 400), "", "a\x00b", "NUL", "…/.ssh "}
	o.ok(o.store.Atomically(t.Context(), func(tx review.Tx) error {
		for i, heading := range hostile {
			d, err := tx.Drafts().Get("d1")
			if err != nil {
				return err
			}
			rev, err := tx.Revisions().Get("d1", 1)
			if err != nil {
				return err
			}
			d.ID, d.Heading = review.DraftID("h"+string(rune('0'+i))), heading
			rev.Draft = d.ID
			rev.Text.Articles[0].Title = strings.ReplaceAll(heading, "\x00", "")
			again, err := review.NewRevision(rev.RevisionInfo, rev.Text)
			if err != nil {
				return err
			}
			if err := tx.Drafts().Add(d); err != nil {
				return err
			}
			if err := tx.Revisions().Add(again); err != nil {
				return err
			}
		}
		return nil
	}))
	files := o.mirrored()
	if want := 2 * (len(hostile) + 1); len(files) != want {
		t.Errorf("%d files, want %d", len(files), want)
	}
	for name := range files {
		folder, _, _ := strings.Cut(name, "/")
		if len([]rune(folder)) > 60 || strings.ContainsAny(folder, `\:*?"<>|`+"\u202e\x00") || strings.Count(name, "/") != 1 {
			t.Errorf("name %q", name)
		}
	}
}

// TestMirrorKeepsWhatTheDatabaseLost damages a text after it was mirrored.
func TestMirrorKeepsWhatTheDatabaseLost(t *testing.T) {
	o := newOffice(t)
	before := o.mirrored()
	o.ok(o.store.Close())
	o.damage(o.path, "第一稿")
	store := reopen(t, o.path)
	o.Attach(store)
	after := o.mirrored()
	if len(after) != len(before) || after["情况简报题目 d1/text.txt"] != before["情况简报题目 d1/text.txt"] {
		t.Errorf("mirror %v", after)
	}
}
