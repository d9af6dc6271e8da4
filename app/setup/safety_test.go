package setup_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"jianbao/app/setup"
	"jianbao/storage"
	"jianbao/storage/backup"
	"jianbao/storage/postgres/pgtest"
)

func TestADatabaseOfAnOlderReleaseIsCopiedFirst(t *testing.T) {
	data, err := os.ReadFile("../../storage/sqlite/testdata/0001.db")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "desk.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := setup.Open(t.Context(), setup.Options{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	copies, err := p.Backups.Copies()
	if err != nil || len(copies) != 1 || !copies[0].Before || !copies[0].Sound {
		t.Errorf("copies %+v, %v", copies, err)
	}
	if report, err := p.Verify(t.Context(), ""); err != nil || len(report.Findings) > 0 || report.Drafts != 3 {
		t.Errorf("Verify = %+v, %v", report, err)
	}
}

// TestWithoutACopyNothingIsUpgraded has a file where the copies should lie.
func TestWithoutACopyNothingIsUpgraded(t *testing.T) {
	data, err := os.ReadFile("../../storage/sqlite/testdata/0001.db")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "desk.db")
	if err := errors.Join(os.WriteFile(path, data, 0o600), os.WriteFile(path+".backups", nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if p, err := setup.Open(t.Context(), setup.Options{DSN: path}); err == nil {
		p.Close()
		t.Error("upgraded without a copy")
	}
	if left, err := os.ReadFile(path); err != nil || string(left) != string(data) {
		t.Errorf("the database was changed (%v)", err)
	}
}

func TestARestoredDatabaseIsUsedFromTheNextStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	p, err := setup.Open(t.Context(), setup.Options{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	made, err := p.Backups.Make(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	r, err := p.Backups.Restore(t.Context(), made.Path)
	if err := errors.Join(err, p.Backups.AdoptNext(r.Path), p.Close()); err != nil {
		t.Fatal(err)
	}
	p, err = setup.Open(t.Context(), setup.Options{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if people, err := p.Desk.People(t.Context()); err != nil || len(people) != 0 || p.Kept == "" {
		t.Errorf("%d people, the former one at %q, %v", len(people), p.Kept, err)
	}
}

func TestMemoryHasNoBackups(t *testing.T) {
	p, err := setup.Open(t.Context(), setup.Options{DSN: storage.Memory})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if st := p.Status(); st.Good || st.Code != backup.CodeMemory {
		t.Errorf("status %+v", st)
	}
}

// The backups of a server are its administrator's: nobody is warned of their
// want, and nothing is tended here.
func TestAServerHasNoKeeper(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	o := setup.Options{DSN: pgtest.DSN(t)}
	p, err := setup.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if st := p.Status(); !st.Good || st.Code != backup.CodeServer {
		t.Errorf("%+v", st)
	}
	_, err = p.Keeper()
	_, outside := setup.Backups(o)
	for _, err := range []error{err, outside} {
		var problem *backup.Problem
		if !errors.As(err, &problem) || problem.Code != backup.CodeServer {
			t.Errorf("%v", err)
		}
	}
	p.Watch(t.Context(), func(error) { t.Error("something was tended") })
	if p.Journal == nil {
		t.Error("nothing would be kept on this machine")
	}
}
