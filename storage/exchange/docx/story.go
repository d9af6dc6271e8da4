package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Paragraph is one paragraph as it stands in a file.
type Paragraph struct {
	Style string // the id of its style, or ""
	Text  string // "\t" and "\n" where the file has a tab or a line break
}

var (
	errDTD   = errors.New("a document type declaration is not allowed")
	errDepth = errors.New("elements are nested too deeply")
)

const maxDepth = 512

// story collects the paragraphs of one part: the body, a header or a footer.
// Each paragraph comes where it begins, one in a table cell or a text box too.
type story struct {
	found  []Paragraph
	open   []*draft // the paragraphs not yet closed, innermost last
	depth  int
	hidden int // > 0 inside what the reader of the page does not see
	inText bool
}

// draft is a paragraph whose text is still coming.
type draft struct {
	index int // into found
	text  strings.Builder
}

func readStory(data []byte) ([]Paragraph, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	var s story
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return s.found, nil
		}
		if err != nil {
			return nil, err
		}
		if err := s.token(token); err != nil {
			return nil, err
		}
	}
}

func (s *story) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.Directive:
		return errDTD
	case xml.StartElement:
		if s.depth++; s.depth > maxDepth {
			return errDepth
		}
		s.start(t)
	case xml.EndElement:
		s.depth--
		s.end(t)
	case xml.CharData:
		if s.inText {
			s.add(string(t))
		}
	}
	return nil
}

// unseen are the elements whose whole content is not on the page: what a
// tracked change took away, and the older twin of a newer drawing.
func unseen(name xml.Name) bool {
	switch name.Local {
	case "del", "moveFrom":
		return isWord(name)
	case "Fallback":
		return strings.HasSuffix(name.Space, "/markup-compatibility/2006")
	}
	return false
}

// isWord accepts both spellings of the namespace, transitional and strict.
func isWord(name xml.Name) bool {
	return name.Space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
		name.Space == "http://purl.oclc.org/ooxml/wordprocessingml/main"
}

func (s *story) start(e xml.StartElement) {
	if unseen(e.Name) {
		s.hidden++
	}
	if s.hidden > 0 || !isWord(e.Name) {
		return
	}
	switch e.Name.Local {
	case "p":
		s.open = append(s.open, &draft{index: len(s.found)})
		s.found = append(s.found, Paragraph{})
	case "pStyle":
		s.style(attribute(e, "val"))
	case "t":
		s.inText = true
	default:
		s.mark(e)
	}
}

// mark adds what stands in a run beside plain text. A tab within the tab stops
// of a style or paragraph has a position and is no character.
func (s *story) mark(e xml.StartElement) {
	switch e.Name.Local {
	case "tab", "ptab":
		if attribute(e, "pos") == "" {
			s.add("\t")
		}
	case "br", "cr":
		s.add("\n")
	case "noBreakHyphen":
		s.add("\u2011")
	case "softHyphen":
		s.add("\u00ad")
	case "sym":
		if code, err := strconv.ParseUint(attribute(e, "char"), 16, 21); err == nil {
			s.add(string(rune(code)))
		}
	}
}

func (s *story) end(e xml.EndElement) {
	if unseen(e.Name) {
		s.hidden--
		return
	}
	if s.hidden > 0 || !isWord(e.Name) {
		return
	}
	switch e.Name.Local {
	case "p":
		last := len(s.open) - 1
		s.found[s.open[last].index].Text = s.open[last].text.String()
		s.open = s.open[:last]
	case "t":
		s.inText = false
	}
}

func (s *story) style(id string) {
	if n := len(s.open); n > 0 {
		s.found[s.open[n-1].index].Style = id
	}
}

func (s *story) add(text string) {
	if n := len(s.open); n > 0 && s.hidden == 0 {
		s.open[n-1].text.WriteString(text)
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
