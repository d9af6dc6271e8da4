// Package spell owns the statistical speller: which characters of a text were
// probably meant to be others that sound or look like them, judged by how often
// sequences of characters stand in a training text. It does not know rules,
// levels or where a text comes from, and changes nothing.
package spell

import (
	"io/fs"
	"strings"
	"sync"
)

// The files that a speller is read from.
const (
	modelFile      = "model.bin"
	charactersFile = "characters.txt"
	judgeFile      = "judge.bin"
)

// Speller finds slips. It is read when it is first needed and may be used by
// several goroutines at a time.
type Speller struct {
	files fs.FS
	once  sync.Once
	err   error

	model *Model
	chars *characters
	judge *Judge
}

// New returns the speller whose model is in a folder.
func New(files fs.FS) *Speller { return &Speller{files: files} }

// Load reads the model now, unless that was done before. It returns ErrModel or
// the error of the folder; a speller without a model finds nothing.
func (s *Speller) Load() error {
	s.once.Do(func() { s.err = s.load() })
	return s.err
}

func (s *Speller) load() error {
	model, err := load(s.files, modelFile, readModel)
	if err != nil {
		return err
	}
	chars, err := load(s.files, charactersFile, func(data []byte) (*characters, error) { return readCharacters(string(data), model) })
	if err != nil {
		return err
	}
	judge, err := load(s.files, judgeFile, readJudge)
	if err != nil {
		return err
	}
	s.model, s.chars, s.judge = model, chars, judge
	return nil
}

func load[T any](files fs.FS, name string, read func([]byte) (T, error)) (part T, err error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return part, err
	}
	return read(data)
}

// Slip is a character that was probably meant otherwise.
type Slip struct {
	At    int // in runes
	Wrong rune
	Right rune
	Score float64 // how sure it is, as the natural logarithm of odds
}

// Slips returns the probable slips in a text, in its order.
func (s *Speller) Slips(text string) []Slip {
	if s.Load() != nil {
		return nil
	}
	var slips []Slip
	for _, c := range s.suspects(text) {
		if score := s.judge.Trees.Score(c.Signs[:]); score >= s.judge.Least {
			slips = append(slips, Slip{At: c.At, Wrong: c.Wrong, Right: c.Right, Score: score})
		}
	}
	return slips
}

// Suspect is a character that another one would make the text so much likelier
// for that it has to be judged.
type Suspect struct {
	At           int // in runes
	Wrong, Right rune
	Signs        Signs
}

// suspects returns the suspects in a text, in its order.
func (s *Speller) suspects(text string) []Suspect {
	runes, may := []rune(text), open(text)
	var all []Suspect
	before := uint16(0)
	for from := 0; from < len(runes); {
		to := stretch(runes, from)
		for _, c := range newSearch(s, before, runes[from:to], may[from:to]).run() {
			c.At += from
			all = append(all, c)
		}
		before, from = s.model.ids[Fold(runes[to-1])], to
	}
	return all
}

// longest is how many runes are searched at once at most.
const longest = 300

// stretch returns the end of the sentence that begins at a rune.
func stretch(runes []rune, from int) int {
	for i := from; i < min(len(runes), from+longest); i++ {
		if strings.ContainsRune("。！？；\n", runes[i]) {
			return i + 1
		}
	}
	return min(len(runes), from+longest)
}
