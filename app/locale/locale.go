// Package locale owns one thing that must happen before anything else: where
// the system's locale is C.UTF-8, which Fyne cannot parse and would complain of
// on every start, it names a language beside it. It does not choose the
// language of the interface.
//
// It works by being initialised before Fyne is: it imports little, and Go
// initialises whichever package is ready and first by import path. Its test
// fails if that ever changes.
package locale

import (
	"os"
	"strings"
)

func init() {
	if language, ok := missing(os.Getenv); ok {
		os.Setenv("LANGUAGE", language)
	}
}

// missing returns the language to name, and whether the environment wants it.
func missing(getenv func(string) string) (string, bool) {
	if getenv("LANGUAGE") != "" {
		return "", false
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return "zh_CN", strings.HasPrefix(value, "C.")
		}
	}
	return "", false
}
