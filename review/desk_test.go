package review_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/review/desktest"
	"jianbao/storage/memory"
)

var update = flag.Bool("update", false, "write the files in testdata anew")

func TestDesk(t *testing.T) {
	desktest.Run(t, func(testing.TB) review.Store { return memory.New() })
}

func TestWorkflow(t *testing.T) {
	golden(t, "workflow.txt", desktest.WorkflowTable(t, memory.New()))
}

// golden compares got with a file in testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if that is meant, run go test -update and read the change\n%s", path, got)
	}
}
