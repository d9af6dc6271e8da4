package face

import (
	"os"
	"path/filepath"
	"runtime"
)

// SystemFolders returns where the fonts of this computer and its user lie.
func SystemFolders() []string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	return foldersOf(runtime.GOOS, home, os.Getenv)
}

// ProgramFolders returns where the fonts lie that the program brings along but
// that are not compiled into it, in the order in which they are looked for:
// beside the program, in the tree it is built from, and where packages put them.
func ProgramFolders() []string {
	program, err := os.Executable()
	if err != nil {
		return programFolders("")
	}
	return programFolders(filepath.Dir(program))
}

// programFolders are those of a program in a folder; "" where nobody can say
// where it lies.
func programFolders(program string) []string {
	source := filepath.Join("assets", "fonts", "fandol")
	if program == "" {
		return []string{source}
	}
	return []string{filepath.Join(program, "fonts"), source, filepath.Join(program, "..", "share", "jianbao", "fonts")}
}

// foldersOf returns the folders of a system, the user's own first. Without a
// home there are only those of the system.
func foldersOf(system, home string, env func(string) string) []string {
	var own, all []string
	switch system {
	case "windows":
		own = []string{filepath.Join(home, "AppData", "Local", "Microsoft", "Windows", "Fonts")}
		all = []string{filepath.Join(windowsFolder(env), "Fonts")}
	case "darwin":
		own = []string{filepath.Join(home, "Library", "Fonts")}
		all = []string{"/Library/Fonts", "/System/Library/Fonts", "/System/Library/AssetsV2"}
	default:
		own = []string{filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts")}
		all = []string{"/usr/local/share/fonts", "/usr/share/fonts"}
	}
	if home == "" {
		return all
	}
	return append(own, all...)
}

func windowsFolder(env func(string) string) string {
	if root := env("SystemRoot"); root != "" {
		return root
	}
	return `C:\Windows`
}
