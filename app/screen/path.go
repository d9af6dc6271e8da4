package screen

import (
	"os"
	"strings"
)

// Homely writes a path below the user's home folder with "~" for it.
func Homely(path string) string {
	home, err := os.UserHomeDir()
	if below, ok := strings.CutPrefix(path, home); err == nil && ok && (below == "" || os.IsPathSeparator(below[0])) {
		return "~" + below
	}
	return path
}
