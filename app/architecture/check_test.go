package architecture

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

const module = "jianbao"

// check returns what breaks the rules, one sentence each.
func check(tree fs.FS) ([]string, error) {
	sources, err := read(tree)
	if err != nil {
		return nil, err
	}
	var wrong []string
	for _, s := range sources {
		for _, path := range s.imports {
			if why := forbidden(s, path); why != "" {
				wrong = append(wrong, fmt.Sprintf("%s imports %s: %s", s.file, path, why))
			}
		}
	}
	return append(wrong, undocumented(sources)...), nil
}

// forbidden says why a file may not import a path, "" if it may.
func forbidden(s source, path string) string {
	for _, l := range libraries {
		if strings.HasPrefix(path, l.path) && (!underAny(s.folder, l.in) || underAny(s.folder, l.except)) {
			return "that library is known only in " + strings.Join(l.in, ", ")
		}
	}
	if path == module {
		return "nothing imports the program"
	}
	ours, ok := strings.CutPrefix(path, module+"/")
	if !ok {
		return ""
	}
	if s.test && (ours == s.folder || matchesAny(s.folder, ours, testsMay)) {
		return ""
	}
	if !s.test && slices.Contains(suites, ours) && !slices.Contains(suites, s.folder) {
		return "that package is for tests"
	}
	l := layerOf(s.folder)
	if s.test && under(s.folder, "app") {
		l = layerOf("app") // a screen is tried on the program as it is put together
	}
	if !matchesAny(s.folder, ours, l.may) {
		return fmt.Sprintf("the layer %q may know only %q", l.folder, l.may)
	}
	return ""
}

// layerOf returns the layer with the longest folder that holds the package.
func layerOf(folder string) layer {
	best := layer{folder: "unknown"}
	for _, l := range layers {
		if under(folder, l.folder) && (best.folder == "unknown" || len(l.folder) > len(best.folder)) {
			best = l
		}
	}
	return best
}

func matchesAny(from, path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		if p == "./..." {
			p = from + "/..."
		}
		if folder, ok := strings.CutSuffix(p, "/..."); ok {
			return under(path, folder)
		}
		return path == p
	})
}

// under reports whether a folder is another one or lies below it.
func under(folder, top string) bool {
	return folder == top || strings.HasPrefix(folder, top+"/")
}

func underAny(folder string, tops []string) bool {
	return slices.ContainsFunc(tops, func(t string) bool { return under(folder, t) })
}

// undocumented names the packages that do not say, exactly once, what they own.
func undocumented(sources []source) []string {
	said := map[string]int{}
	var folders []string
	for _, s := range sources {
		if !slices.Contains(folders, s.folder) && (!s.test || strings.HasPrefix(s.doc, "Package "+s.pkg+" ")) {
			folders = append(folders, s.folder)
		}
		if strings.HasPrefix(s.doc, "Package "+s.pkg+" owns ") || s.pkg == "main" && s.doc != "" {
			said[s.folder]++
		}
	}
	var wrong []string
	for _, folder := range folders {
		if said[folder] != 1 {
			wrong = append(wrong, fmt.Sprintf("%s: %d comments say what the package owns, want one", folder, said[folder]))
		}
	}
	return wrong
}

// strangers returns the names at the top of the tree that do not belong there.
func strangers(tree fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if n := e.Name(); !strings.HasPrefix(n, ".") && !slices.Contains(top, n) && !slices.Contains(made, n) {
			names = append(names, n)
		}
	}
	return names, nil
}
