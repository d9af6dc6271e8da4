package pgtest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// errNone says that there is nothing to test with.
var errNone = errors.New("pgtest: PostgreSQL's programs (initdb, postgres, pg_basebackup) are neither in JIANBAO_PG_BIN, PATH nor /usr/lib/postgresql")

// needed are the programs of PostgreSQL that the tests call.
var needed = []string{"initdb", "postgres", "pg_basebackup"}

// needPrograms skips a test that cannot have a server here.
func needPrograms(tb testing.TB) {
	tb.Helper()
	if _, err := programs(); err != nil {
		tb.Skip(err)
	}
	if _, err := owner(); err != nil {
		tb.Skip(err)
	}
}

// programs returns the folder of PostgreSQL's programs, or errNone.
var programs = sync.OnceValues(func() (string, error) {
	for _, folder := range places() {
		if complete(folder) {
			return folder, nil
		}
	}
	return "", errNone
})

// places lists the folders where the programs may be, best first.
func places() []string {
	if folder := os.Getenv("JIANBAO_PG_BIN"); folder != "" {
		return []string{folder}
	}
	var folders []string
	if path, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			folders = append(folders, filepath.Dir(real))
		}
	}
	return append(folders, debian("/usr/lib/postgresql")...)
}

// debian lists the folders of installed releases below root, newest first.
func debian(root string) []string {
	folders, err := filepath.Glob(filepath.Join(root, "*", "bin"))
	if err != nil {
		return nil
	}
	release := func(folder string) int {
		n, _ := strconv.Atoi(strings.SplitN(filepath.Base(filepath.Dir(folder)), ".", 2)[0])
		return n // 0 for a name that is no release: last
	}
	slices.SortStableFunc(folders, func(a, b string) int { return release(b) - release(a) })
	return folders
}

func complete(folder string) bool {
	return !slices.ContainsFunc(needed, func(name string) bool {
		info, err := os.Stat(filepath.Join(folder, name))
		return err != nil || info.IsDir()
	})
}

// command is one of PostgreSQL's programs, run by the account that owns the
// clusters.
func command(name string, args ...string) (*exec.Cmd, error) {
	folder, err := programs()
	if err != nil {
		return nil, err
	}
	who, err := owner()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(filepath.Join(folder, name), args...)
	cmd.Env = []string{"PATH=" + folder + string(os.PathListSeparator) + os.Getenv("PATH"), "LC_ALL=C.UTF-8", "TZ=UTC"}
	who.lend(cmd)
	return cmd, nil
}

// run runs one of PostgreSQL's programs to its end.
func run(folder, name string, args ...string) error {
	cmd, err := command(name, args...)
	if err != nil {
		return err
	}
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("pgtest: %s: %w\n%s", name, err, out)
	}
	return nil
}
