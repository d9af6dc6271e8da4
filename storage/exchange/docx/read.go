package docx

import (
	"encoding/xml"
	"io"
	"path"
	"sort"
	"strings"
)

// Paragraph is one paragraph as it stands in a file.
type Paragraph struct {
	Style string // the id of its style, or ""
	Text  string // "\t" and "\n" where the file has a tab or a line break
}

// Text returns every paragraph of the body of a DOCX file in the order in
// which they stand in it, those in tables and text boxes among them, with
// tracked changes accepted. It reads any DOCX, not only what Write wrote, and
// trusts none: an *Error says what is wrong with one.
func Text(r io.ReaderAt, size int64) ([]Paragraph, error) {
	f, err := openFile(r, size)
	if err != nil {
		return nil, err
	}
	return f.story(f.document)
}

// Printed is what a reader sees of a file that Write wrote.
type Printed struct {
	Lines   []string // the lines of the body
	Headers []string // the text of each page header
}

// ReadBack reads a file as a person would who compares it with what was
// signed. It knows the file format and one fact of our layout: paragraphs of a
// style called Layout… that hold no text are rules and spacers.
func ReadBack(r io.ReaderAt, size int64) (Printed, error) {
	f, err := openFile(r, size)
	if err != nil {
		return Printed{}, err
	}
	body, err := f.story(f.document)
	if err != nil {
		return Printed{}, err
	}
	printed := Printed{Lines: printedOf(body)}
	printed.Headers, err = f.headers()
	return printed, err
}

func printedOf(body []Paragraph) []string {
	var lines []string
	for _, p := range body {
		if p.Text != "" || !strings.HasPrefix(p.Style, "Layout") {
			lines = append(lines, p.Text)
		}
	}
	return lines
}

// file is an open package and the path of its main part.
type file struct {
	*archive
	document string
}

func openFile(r io.ReaderAt, size int64) (*file, error) {
	a, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	targets, err := a.targets("_rels/.rels", "", "/officeDocument")
	if err != nil {
		return nil, err
	}
	if len(targets) != 1 {
		return nil, &Error{Code: CodeNotDocx, Args: map[string]string{"part": "_rels/.rels"}}
	}
	return &file{a, targets[0]}, nil
}

// story returns the paragraphs of a part with tracked changes accepted.
func (f *file) story(name string) ([]Paragraph, error) {
	s, err := f.tracked(name)
	if err != nil {
		return nil, err
	}
	return viewOf(s.found, all).lines, nil
}

func (f *file) tracked(name string) (*story, error) {
	data, err := f.read(name)
	if err != nil {
		return nil, err
	}
	s, err := readStory(data)
	if err != nil {
		return nil, damaged(name, err)
	}
	return s, nil
}

func (f *file) headers() ([]string, error) {
	folder, base := path.Split(f.document)
	targets, err := f.targets(folder+"_rels/"+base+".rels", folder, "/header")
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, target := range targets {
		paragraphs, err := f.story(target)
		if err != nil {
			return nil, err
		}
		for _, p := range paragraphs {
			texts = append(texts, p.Text)
		}
	}
	return texts, nil
}

// targets follows the relations listed in one part, of one kind: the paths of
// the parts they lead to, sorted. Relations that leave the package are not
// followed.
func (a *archive) targets(list, folder, kind string) ([]string, error) {
	data, err := a.read(list)
	if err != nil {
		return nil, err
	}
	var found struct {
		Relationship []struct {
			Type       string `xml:"Type,attr"`
			Target     string `xml:"Target,attr"`
			TargetMode string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(data, &found); err != nil {
		return nil, damaged(list, err)
	}
	var paths []string
	for _, r := range found.Relationship {
		if strings.HasSuffix(r.Type, kind) && r.TargetMode != "External" {
			paths = append(paths, resolve(folder, r.Target))
		}
	}
	sort.Strings(paths)
	return paths, nil
}

func resolve(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(folder, target)
}
