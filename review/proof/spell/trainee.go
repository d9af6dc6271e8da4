package spell

import "io/fs"

// Trainee is a speller without a judge yet: what one is fitted with.
type Trainee struct{ speller Speller }

// NewTrainee returns a trainee with the model and the characters in a folder. It
// returns ErrModel or the error of the folder.
func NewTrainee(files fs.FS) (*Trainee, error) {
	t := &Trainee{}
	var err error
	if t.speller.model, err = load(files, modelFile, readModel); err != nil {
		return nil, err
	}
	t.speller.chars, err = load(files, charactersFile, func(data []byte) (*characters, error) {
		return readCharacters(string(data), t.speller.model)
	})
	return t, err
}

// Suspects returns what a judge has to judge in a text, in its order.
func (t *Trainee) Suspects(text string) []Suspect { return t.speller.suspects(text) }

// Frequency returns the share of a character in the training text.
func (t *Trainee) Frequency(r rune) float64 {
	return t.speller.model.frequency[t.speller.model.ids[Fold(r)]]
}

// Alike are the characters that may be taken for another one.
type Alike struct{ SameSound, NearSound, SameLook []rune }

// Alike returns the characters that may be taken for one.
func (t *Trainee) Alike(r rune) (a Alike) {
	lists := [likenesses]*[]rune{&a.SameSound, &a.NearSound, &a.SameLook}
	for _, c := range t.speller.chars.of(r) {
		*lists[c.like] = append(*lists[c.like], c.rune)
	}
	return a
}

// Homophones returns the words that sound like two characters, the most frequent
// first.
func (t *Trainee) Homophones(a, b rune) [][2]rune {
	var words [][2]rune
	for _, w := range t.speller.chars.words(a, b) {
		words = append(words, [2]rune{w[0].rune, w[1].rune})
	}
	return words
}
