package pdfread

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// The values of PDF. Numbers are float64, true and false bool, null is nil;
// operators of a page are operator.
type (
	name      string
	text      string // of bytes
	list      []any
	dict      map[name]any
	reference int // the generation is always 0
	operator  string
)

// lexer reads values from the front of data.
type lexer struct {
	data []byte
	at   int
}

const (
	blanks     = "\x00\t\n\f\r "
	delimiters = "()<>[]{}/%"
)

// deepest is how far lists may be nested: ours are flat, a hostile file's not.
const deepest = 32

func (l *lexer) skip() {
	for l.at < len(l.data) && bytes.IndexByte([]byte(blanks), l.data[l.at]) >= 0 {
		l.at++
	}
}

func (l *lexer) more() bool {
	l.skip()
	return l.at < len(l.data)
}

// take moves on if s stands next.
func (l *lexer) take(s string) bool {
	if !bytes.HasPrefix(l.data[l.at:], []byte(s)) {
		return false
	}
	l.at += len(s)
	return true
}

// word reads up to the next blank or delimiter.
func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.data) && bytes.IndexByte([]byte(blanks+delimiters), l.data[l.at]) < 0 {
		l.at++
	}
	return string(l.data[start:l.at])
}

// value reads one value, a list or dictionary with all that is in it.
func (l *lexer) value(depth int) (any, error) {
	if !l.more() || depth > deepest {
		return nil, foreign("no value at %d", l.at)
	}
	switch {
	case l.take("/"):
		return name(l.word()), nil
	case l.take("<<"):
		return l.dict(depth)
	case l.take("["):
		return l.list(depth)
	case l.take("<"):
		return l.hex()
	case l.take("("):
		return l.literal()
	}
	return l.plain()
}

// plain reads a number, a reference or a bare word.
func (l *lexer) plain() (any, error) {
	start := l.at
	w := l.word()
	switch w {
	case "":
		return nil, foreign("%q at %d", l.data[l.at:min(l.at+1, len(l.data))], start)
	case "true", "false":
		return w == "true", nil
	case "null":
		return nil, nil
	}
	if strings.Trim(w, "+-.0123456789") != "" {
		return operator(w), nil
	}
	n, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return nil, foreign("a number %s", w)
	}
	if after, ok := l.referenceTo(w); ok {
		return after, nil
	}
	return n, nil
}

// referenceTo reads "0 R" behind the number of an object.
func (l *lexer) referenceTo(number string) (reference, bool) {
	n, err := strconv.Atoi(number)
	if err != nil || !l.take(" 0 R") {
		return 0, false
	}
	return reference(n), true
}

func (l *lexer) list(depth int) (any, error) {
	found := list{}
	for l.more() {
		if l.take("]") {
			return found, nil
		}
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		found = append(found, v)
	}
	return nil, foreign("an open list")
}

func (l *lexer) dict(depth int) (any, error) {
	found := dict{}
	for l.more() {
		if l.take(">>") {
			return found, nil
		}
		k, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		key, ok := k.(name)
		if _, twice := found[key]; !ok || twice {
			return nil, foreign("a key %v", k)
		}
		if found[key], err = l.value(depth + 1); err != nil {
			return nil, err
		}
	}
	return nil, foreign("an open dictionary")
}

func (l *lexer) hex() (any, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		return nil, foreign("an open string")
	}
	b, err := hex.DecodeString(string(l.data[l.at : l.at+end]))
	l.at += end + 1
	if err != nil {
		return nil, foreign("a string: %v", err)
	}
	return text(b), nil
}

// literal reads a string in brackets; nothing of ours is escaped or nested.
func (l *lexer) literal() (any, error) {
	end := bytes.IndexAny(l.data[l.at:], `()\`)
	if end < 0 || l.data[l.at+end] != ')' {
		return nil, foreign("a string at %d", l.at)
	}
	s := text(l.data[l.at : l.at+end])
	l.at += end + 1
	return s, nil
}
