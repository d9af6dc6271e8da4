package diff

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Lexicon is a list of Chinese words, by which a comparison knows where words
// end. It is read when it is first needed and may be shared by any number of
// comparisons at a time.
type Lexicon struct {
	files fs.FS
	name  string
	once  sync.Once
	err   error

	words  map[string]entry
	single [lastHan - firstHan + 1]uint8 // weights of the words of one character
	begins [beginBits / 64]uint64        // set of the pairs of characters that longer words begin with, with some more
}

// The characters that words are made of.
const (
	firstHan = 0x4e00
	lastHan  = 0x9fff
)

// beginBits is the size of the set of beginnings: a few in a hundred of its
// bits are set.
const beginBits = 1 << 21

// entry is what the lexicon says of a word.
type entry struct {
	weight uint8 // twice the binary logarithm of its frequency
	kind   byte
}

// The kinds of word that the lexicon tells apart.
const (
	ordinaryWord = 'w'
	placeWord    = 'p'
)

const (
	longestWord = 5  // characters
	rarest      = 52 // what a word of frequency 1 costs; more than any weight
)

// NewLexicon returns the lexicon in a file of lines "weight kind word word …".
func NewLexicon(files fs.FS, name string) *Lexicon { return &Lexicon{files: files, name: name} }

// Load reads the lexicon now, unless that was done before. A lexicon that
// cannot be read is said so, and holds no words.
func (l *Lexicon) Load() error {
	l.once.Do(func() {
		data, err := fs.ReadFile(l.files, l.name)
		if err == nil {
			l.words, err = parseWords(data)
		}
		l.err = err
		l.index()
	})
	return l.err
}

// index fills in what spares most searches for words that do not exist.
func (l *Lexicon) index() {
	for word, e := range l.words {
		first, size := utf8.DecodeRuneInString(word)
		if first < firstHan || first > lastHan {
			continue
		}
		if size == len(word) {
			l.single[first-firstHan] = e.weight
			continue
		}
		second, _ := utf8.DecodeRuneInString(word[size:])
		bit := beginning(first, second)
		l.begins[bit/64] |= 1 << (bit % 64)
	}
}

// beginning returns the bit of two characters in the set of beginnings.
func beginning(first, second rune) uint32 {
	return (uint32(first)*0x9e3779b1 + uint32(second)*0x85ebca77) >> 11
}

// mayBegin reports whether a word may begin with two characters.
func (l *Lexicon) mayBegin(first, second rune) bool {
	bit := beginning(first, second)
	return l.begins[bit/64]>>(bit%64)&1 == 1
}

func parseWords(data []byte) (map[string]entry, error) {
	words := make(map[string]entry, bytes.Count(data, []byte{' '}))
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		weight, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		kind, rest, found := strings.Cut(rest, " ")
		n, err := strconv.ParseUint(weight, 10, 8)
		if err != nil || n > rarest || !found || len(kind) != 1 {
			return nil, fmt.Errorf("lexicon: line %d: want a weight, a kind and words", number)
		}
		for word := range strings.SplitSeq(rest, " ") {
			words[word] = entry{weight: uint8(n), kind: kind[0]}
		}
	}
	return words, nil
}

// find returns what the lexicon says of a word. A nil lexicon knows no word.
func (l *Lexicon) find(word string) (entry, bool) {
	if l == nil || l.Load() != nil {
		return entry{}, false
	}
	e, ok := l.words[word]
	return e, ok
}
