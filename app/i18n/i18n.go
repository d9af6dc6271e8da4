// Package i18n owns how the program speaks: it finds the sentence for a key or
// for a coded error in the one message catalogue. It holds no sentences of its
// own; they are JSON files handed in as fs.FS.
package i18n

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"jianbao/editor/doc"
)

// Language is one of the languages the interface speaks.
type Language string

// The languages; Chinese is the default.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// Catalogue is every sentence in one language. It is safe for concurrent use.
type Catalogue struct {
	language  Language
	sentences map[string]string
}

// Load reads every file named <area>.<language>.json. It returns an error for a
// file that is not a flat JSON object or a key that stands twice.
func Load(files fs.FS, language Language) (*Catalogue, error) {
	names, err := fs.Glob(files, "*."+string(language)+".json")
	if err != nil {
		return nil, err
	}
	c := &Catalogue{language: language, sentences: map[string]string{}}
	for _, name := range names {
		if err := c.add(files, name); err != nil {
			return nil, fmt.Errorf("i18n: %s: %w", path.Base(name), err)
		}
	}
	return c, nil
}

func (c *Catalogue) add(files fs.FS, name string) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	var part map[string]string
	if err := json.Unmarshal(data, &part); err != nil {
		return err
	}
	for key, sentence := range part {
		if _, twice := c.sentences[key]; twice {
			return fmt.Errorf("key %q stands twice", key)
		}
		c.sentences[key] = sentence
	}
	return nil
}

// Language returns the catalogue's language.
func (c *Catalogue) Language() Language { return c.language }

// Keys returns every key in order.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.sentences))
	for k := range c.sentences {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Has reports whether there is a sentence for key.
func (c *Catalogue) Has(key string) bool { _, ok := c.sentences[key]; return ok }

// T returns the sentence for key with its {placeholders} filled from pairs of
// name and value. An unknown key is returned as it is: a test keeps that from
// happening.
func (c *Catalogue) T(key string, pairs ...any) string {
	sentence, ok := c.sentences[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		sentence = strings.ReplaceAll(sentence, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	return sentence
}

// With is T with the placeholders given as a map. A value that is itself the
// key of a term ("term.<value>") is replaced by that term, so that states and
// fields read as words.
func (c *Catalogue) With(key string, args map[string]string) string {
	pairs := make([]any, 0, 2*len(args))
	for name, value := range args {
		if term := "term." + value; c.Has(term) {
			value = c.T(term)
		}
		pairs = append(pairs, name, value)
	}
	return c.T(key, pairs...)
}

// Messenger is an error that knows the code of the sentence people read.
type Messenger interface {
	error
	Message() (code string, args map[string]string)
}

// Error returns the sentence for an error. One that has no sentence is shown as
// the unexpected thing it is, with its text.
func (c *Catalogue) Error(err error) string {
	var m Messenger
	if errors.As(err, &m) {
		if code, args := m.Message(); c.Has(code) {
			return c.With(code, args)
		}
	}
	return c.T("error.unexpected", "error", err.Error())
}

// Problem returns the sentence for a problem of a bulletin.
func (c *Catalogue) Problem(p doc.Problem) string { return c.With(p.Code, p.Args) }

// Field returns the word for a field.
func (c *Catalogue) Field(key doc.FieldKey) string { return c.T("term." + string(key)) }
