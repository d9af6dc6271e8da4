package html

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf8"

	"golang.org/x/net/html"

	"jianbao/storage/exchange/paged"
)

var errForeign = errors.New("not as this program writes it")

func foreign(format string, args ...any) error {
	return fmt.Errorf("html: %s: %w", fmt.Sprintf(format, args...), errForeign)
}

// Read returns the words of an HTML file that this program wrote, as a browser
// would find them in the finished bytes. It is strict: an element or a rule of
// style that it does not know, and a character that its font cannot draw, are
// errors.
func Read(data []byte) (paged.Words, error) {
	if !utf8.Valid(data) {
		return paged.Words{}, foreign("bytes that are no UTF-8")
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return paged.Words{}, fmt.Errorf("html: %w", err)
	}
	r := &reader{fonts: map[string]*readFont{}}
	if err := r.walk(root); err != nil {
		return paged.Words{}, err
	}
	return r.found.Words(), nil
}

type reader struct {
	fonts map[string]*readFont // by class
	found paged.Found
}

type readFont struct {
	*paged.Font
	checked map[rune]bool
}

// attributes is what each element may say of itself; others are not ours.
var attributes = map[string]map[string]bool{
	"html": {"lang": true}, "head": {}, "body": {}, "title": {}, "style": {},
	"meta": {"charset": true, "name": true, "content": true},
	"svg":  {"width": true, "height": true, "viewBox": true},
	"rect": {"x": true, "y": true, "width": true, "height": true, "fill": true},
	"text": {"data-block": true, "y": true},
}

func (r *reader) walk(n *html.Node) error {
	switch n.Type {
	case html.TextNode:
		if len(bytes.TrimSpace([]byte(n.Data))) > 0 {
			return foreign("text %q outside a line", n.Data)
		}
		return nil
	case html.CommentNode:
		return foreign("a comment")
	case html.ElementNode:
		if err := checkAttributes(n); err != nil {
			return err
		}
		switch n.Data {
		case "style":
			return r.style(content(n))
		case "text":
			return r.line(n)
		case "title":
			return nil
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if err := r.walk(child); err != nil {
			return err
		}
	}
	return nil
}

func checkAttributes(n *html.Node) error {
	may, known := attributes[n.Data]
	if !known {
		return foreign("an element %s", n.Data)
	}
	for _, a := range n.Attr {
		if !may[a.Key] {
			return foreign("%s of %s", a.Key, n.Data)
		}
	}
	return nil
}

func content(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

var (
	fontRule  = regexp.MustCompile(`\.(f\d+)\{font-family:(f\d+)\}\n@font-face\{font-family:(f\d+);src:url\(data:font/ttf;base64,([A-Za-z0-9+/=]*)\)\}\n`)
	sheetRule = regexp.MustCompile(`^@page\{size:[\d.]+mm [\d.]+mm;margin:0\}\n$`)
)

// style takes the fonts out; what is left must be the rules that hide nothing.
func (r *reader) style(css string) error {
	for _, m := range fontRule.FindAllStringSubmatch(css, -1) {
		data, err := base64.StdEncoding.DecodeString(m[4])
		if err != nil {
			return fmt.Errorf("html: font %s: %w", m[1], err)
		}
		font, err := paged.ParseFont(data)
		if err != nil {
			return err
		}
		if m[1] != m[2] || m[2] != m[3] || r.fonts[m[1]] != nil {
			return foreign("a font %s", m[1])
		}
		r.fonts[m[1]] = &readFont{font, map[rune]bool{}}
	}
	rest := fontRule.ReplaceAllString(css, "")
	if len(rest) < len(style) || rest[:len(style)] != style || !sheetRule.MatchString(rest[len(style):]) {
		return foreign("a style")
	}
	return nil
}

// line reads a line of type: spans, each in one font.
func (r *reader) line(n *html.Node) error {
	text, block := "", -1
	for _, a := range n.Attr {
		if a.Key != "data-block" {
			continue
		}
		number, err := strconv.Atoi(a.Val)
		if err != nil || number < 0 {
			return foreign("a block %q", a.Val)
		}
		block = number
	}
	for span := n.FirstChild; span != nil; span = span.NextSibling {
		s, err := r.span(span)
		if err != nil {
			return err
		}
		text += s
	}
	if block < 0 {
		r.found.AddFurniture(text)
	} else {
		r.found.Add(block, text)
	}
	return nil
}

func (r *reader) span(n *html.Node) (string, error) {
	if n.Type != html.ElementNode || n.Data != "tspan" || n.FirstChild == nil || n.FirstChild != n.LastChild || n.FirstChild.Type != html.TextNode {
		return "", foreign("an element %s in a line", n.Data)
	}
	var font *readFont
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			font = r.fonts[a.Val]
		case "font-size", "fill", "x":
		default:
			return "", foreign("%s of a line", a.Key)
		}
	}
	if font == nil {
		return "", foreign("a line without a font")
	}
	for _, char := range n.FirstChild.Data {
		if font.checked[char] {
			continue
		}
		if err := font.Has(char); err != nil {
			return "", err
		}
		font.checked[char] = true
	}
	return n.FirstChild.Data, nil
}
