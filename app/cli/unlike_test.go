package cli

import (
	"strings"
	"testing"

	"jianbao/app/setup"
	"jianbao/review"
)

// A text whose last PDF did not say what was signed is issued after an equal
// export, or for a reason.
func TestIssueAfterAFailedReadBack(t *testing.T) {
	t.Chdir(t.TempDir())
	id := signedIssue(t, review.SuiteEd25519)
	for _, line := range []string{"people add 吕承志 --role 核稿 --pin-file pin", "sign " + id + " --pin-file pin --as 吕承志 --despite 试签"} {
		if status, _, errs := try(strings.Fields(line)...); status != exitDone {
			t.Fatalf("%s: %s", line, errs)
		}
	}
	program, err := setup.Open(t.Context(), setup.Options{DSN: "desk.db"})
	if err != nil {
		t.Fatal(err)
	}
	draft, err := program.Desk.Find(t.Context(), id)
	if err != nil || draft.State != review.Final {
		t.Fatal(draft.State, err)
	}
	rev, err := program.Desk.Revision(t.Context(), draft.ID, draft.Head)
	if err != nil {
		t.Fatal(err)
	}
	who, err := program.Desk.As(t.Context(), "王敏")
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Desk.RecordUnlike(t.Context(), who, rev.RevisionInfo, review.Unlike{Format: "txt", Wanted: "二", Found: "三"}); err != nil {
		t.Fatal(err)
	}
	if err := program.Close(); err != nil {
		t.Fatal(err)
	}
	issue := []string{"issue", id, "--as", "王敏", "--pin-file", "pin"}
	if status, _, errs := try(issue...); status == exitDone || !strings.Contains(errs, "txt") || !strings.Contains(errs, "回读核对") {
		t.Fatalf("issued: %d %s", status, errs)
	}
	if status, _, errs := try("export", id, "--to", "txt", "--out", ".", "--as", "王敏"); status != exitDone {
		t.Fatal(errs)
	}
	if status, _, errs := try(issue...); status != exitDone {
		t.Errorf("after an equal export: %s", errs)
	}
}
