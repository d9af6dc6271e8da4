package setup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"jianbao/storage"
)

// CrashReport writes what is known of a crash into a file of its own in folder
// and returns its path. Passwords of addresses are not in it.
func CrashReport(folder, version string, at time.Time, cause any, stack []byte) (string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(folder, "crash-"+at.UTC().Format("20060102T150405.000000000Z")+".txt")
	text := fmt.Sprintf("%s\nversion %s, %s, %s/%s\n\n%v\n\n%s", at.Format(time.RFC3339),
		version, runtime.Version(), runtime.GOOS, runtime.GOARCH, cause, stack)
	return path, os.WriteFile(path, []byte(storage.Scrub(text)), 0o600)
}

// CrashSaid is the sentence that says where the report is, or why there is none.
func CrashSaid(path string, err error) string {
	words, wordsErr := Words("")
	switch {
	case wordsErr != nil:
		return errors.Join(err, wordsErr).Error()
	case err != nil:
		return words.T("crash.unsaid", "error", err)
	}
	return words.T("crash.said", "path", path)
}
