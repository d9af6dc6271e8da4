package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

var (
	errDTD   = errors.New("a document type declaration is not allowed")
	errDepth = errors.New("elements are nested too deeply")
)

const maxDepth = 512

// story collects the paragraphs of one part: the body, a header or a footer.
// Each paragraph comes where it begins, one in a table cell or a text box too.
type story struct {
	found   []passage
	open    []int    // into found: the paragraphs not yet closed, innermost last
	path    []string // the elements not yet closed; "" for those that are not of Word
	changes []change // of the tracked changes not yet closed
	rows    []change // of the table rows not yet closed
	missing map[string]bool
	hidden  int // > 0 inside what the reader of the page does not see
	inText  bool
}

func readStory(data []byte) (*story, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	s := &story{missing: map[string]bool{}}
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return s, nil
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
		if len(s.path) >= maxDepth {
			return errDepth
		}
		s.start(t)
		s.path = append(s.path, wordName(t.Name))
	case xml.EndElement:
		s.path = s.path[:len(s.path)-1]
		s.end(t)
	case xml.CharData:
		if s.inText {
			s.add(string(t))
		}
	}
	return nil
}

// unseen is the older twin of a newer drawing.
func unseen(name xml.Name) bool {
	return name.Local == "Fallback" && strings.HasSuffix(name.Space, "/markup-compatibility/2006")
}

func wordName(name xml.Name) string {
	if isWord(name) {
		return name.Local
	}
	return ""
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
	if s.hidden > 0 {
		return
	}
	s.note(e)
	if isFormula(e.Name) {
		s.inText = true
	}
	if !isWord(e.Name) {
		return
	}
	switch e.Name.Local {
	case "p":
		s.open = append(s.open, len(s.found))
		s.found = append(s.found, passage{end: s.row()})
	case "tr":
		s.rows = append(s.rows, change{})
	case "pStyle":
		if at := s.innermost(); at != nil {
			at.style = attribute(e, "val")
		}
	case "t", "delText":
		s.inText = true
	case "ins", "moveTo", "del", "moveFrom":
		s.change(e)
	case "commentRangeStart":
		s.put(piece{opens: attribute(e, "id")})
	case "commentRangeEnd":
		s.put(piece{closes: attribute(e, "id")})
	default:
		s.mark(e)
	}
}

// isFormula names the text of a formula.
func isFormula(name xml.Name) bool {
	return name.Local == "t" && strings.HasSuffix(name.Space, "/math")
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
	if s.hidden > 0 || !isWord(e.Name) && !isFormula(e.Name) {
		return
	}
	switch e.Name.Local {
	case "p":
		s.open = s.open[:max(0, len(s.open)-1)]
	case "tc":
		if n := len(s.found); n > 0 {
			s.found[n-1].last = true
		}
	case "tr":
		s.rows = s.rows[:max(0, len(s.rows)-1)]
	case "t", "delText":
		s.inText = false
	case "ins", "moveTo", "del", "moveFrom":
		if s.isInline() {
			s.changes = s.changes[:max(0, len(s.changes)-1)]
		}
	}
}

func (s *story) innermost() *passage {
	if len(s.open) == 0 {
		return nil
	}
	return &s.found[s.open[len(s.open)-1]]
}

func (s *story) add(text string) { s.put(piece{text: text}) }

func (s *story) put(p piece) {
	at := s.innermost()
	if at == nil || s.hidden > 0 {
		return
	}
	p.change = s.row()
	for _, c := range s.changes {
		p.change = p.change.and(c)
	}
	at.pieces = append(at.pieces, p)
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
