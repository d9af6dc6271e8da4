// Package webpage owns the reading of web pages from anywhere: which of their
// characters a person sees, line by line. It runs nothing, fetches nothing, and
// does not know what the lines mean.
package webpage

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The codes of Error.
const (
	CodeDepth    = "exchange.webpage.depth"    // elements are nested too deeply: limit
	CodeEncoding = "exchange.webpage.encoding" // the page names an encoding that is not known, or is not in it: encoding
)

// Codes lists every code of this package.
func Codes() []string { return []string{CodeDepth, CodeEncoding} }

// Error says why a page cannot be read. Code is stable and names the sentence
// people read; Args fill its placeholders.
type Error struct {
	Code string
	Args map[string]string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("webpage: %s %v: %v", e.Code, e.Args, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, e.Args }

const maxDepth = 500

// Is reports whether data begins as a web page does.
func Is(data []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], "\xef\xbb\xbf \t\r\n"))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<meta"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return true
		}
	}
	return (bytes.HasPrefix(head, []byte("<?xml")) || bytes.HasPrefix(head, []byte("<!--"))) && bytes.Contains(head, []byte("<html"))
}

// Text returns what a person sees of a page. Blocks, rows and line breaks end
// lines; the cells of a row have a tab between them. The errors are *Error, and
// those of text.Decode where the page names no encoding.
func Text(data []byte) (string, error) {
	page, err := decode(data)
	if err != nil {
		return "", err
	}
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		return "", &Error{Code: CodeDepth, Args: map[string]string{"limit": strconv.Itoa(maxDepth)}, Err: err}
	}
	v := &viewer{}
	if !v.walk(root, 0) {
		return "", &Error{Code: CodeDepth, Args: map[string]string{"limit": strconv.Itoa(maxDepth)}}
	}
	v.end()
	return v.out.String(), nil
}

// viewer gathers what is seen.
type viewer struct {
	out     strings.Builder
	current strings.Builder // the line under way
	space   string          // white space met since the last character
	pre     int             // > 0 where white space is kept
	block   string          // the printed line that laid-out type belongs to
}

// walk takes in a node and what is in it; false where that is too deep.
func (v *viewer) walk(n *html.Node, depth int) bool {
	if depth > maxDepth {
		return false
	}
	switch {
	case n.Type == html.TextNode:
		v.text(n.Data)
		return true
	case n.Type == html.ElementNode && unseen(n):
		return true
	}
	v.open(n)
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if !v.walk(child, depth+1) {
			return false
		}
	}
	v.close(n)
	return true
}

func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Title, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Object, atom.Select, atom.Textarea:
		return true
	}
	for _, a := range n.Attr {
		css := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(css, "display:none") {
			return true
		}
	}
	return false
}

func (v *viewer) open(n *html.Node) {
	switch {
	case n.Type != html.ElementNode:
	case n.Data == "text" && n.Namespace == "svg":
		v.setType(attribute(n, "data-block"))
	case n.DataAtom == atom.Br:
		v.end()
	case n.DataAtom == atom.Pre:
		v.end()
		v.pre++
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		if v.current.Len() > 0 {
			v.current.WriteByte('\t')
			v.space = ""
		}
	case n.DataAtom == atom.Li:
		v.end()
		v.current.WriteString(ordinal(n))
	case isBlock(n.DataAtom):
		v.end()
	}
}

func (v *viewer) close(n *html.Node) {
	switch {
	case n.DataAtom == atom.Pre:
		v.end()
		v.pre--
	case n.DataAtom == atom.Li, n.Type == html.ElementNode && isBlock(n.DataAtom):
		v.end()
	}
}

// setType begins a line of laid-out type. Lines of the same printed line are one.
func (v *viewer) setType(block string) {
	if block == "" || block != v.block {
		v.end()
	}
	v.block = block
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// ordinal is the number that a list shows before its item; it is no text of the
// page, but a reader sees it.
func ordinal(n *html.Node) string {
	if n.Parent == nil || n.Parent.DataAtom != atom.Ol {
		return ""
	}
	number := 1
	if start, err := strconv.Atoi(attribute(n.Parent, "start")); err == nil {
		number = start
	}
	for before := n.PrevSibling; before != nil; before = before.PrevSibling {
		if before.DataAtom == atom.Li {
			number++
		}
	}
	return strconv.Itoa(number) + "."
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Tr, atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Dt,
		atom.Dd, atom.Blockquote, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Address,
		atom.Center, atom.Hr, atom.Body, atom.Caption, atom.Figure, atom.Figcaption, atom.Fieldset, atom.Form:
		return true
	}
	return false
}
