package doc

// RuneOffset is a position in a text counted in Unicode code points, never in
// bytes and never in what a reader would call a character.
type RuneOffset int

// Place is somewhere in a bulletin: a field of the masthead or imprint (Field
// alone), a field of an article (Field and Article), or a paragraph of its
// body (Paragraph).
type Place struct {
	Field     FieldKey    `json:"field,omitempty"`
	Article   ArticleID   `json:"article,omitempty"`
	Paragraph ParagraphID `json:"paragraph,omitempty"`
}

// Anchor ties a remark to a span of text. Quote is the text it was tied to, so
// that a reader still knows what was meant when the span is gone.
type Anchor struct {
	Place
	From  RuneOffset `json:"from,omitempty"`
	To    RuneOffset `json:"to,omitempty"`
	Quote string     `json:"quote,omitempty"`
}

// Text returns the text that stands at p, and whether p still exists.
func (b *Bulletin) Text(p Place) (string, bool) {
	if p.Paragraph != "" {
		para, _ := b.Paragraph(p.Paragraph)
		if para == nil {
			return "", false
		}
		return para.Text, true
	}
	return b.Get(p)
}

// Holds reports whether the anchor still stands: its place exists and the
// quoted text is where the anchor says, or, if it moved within the place,
// occurs there exactly once. An anchor that does not hold is an orphan and is
// shown as one; it is never re-guessed elsewhere.
func (b *Bulletin) Holds(a Anchor) bool {
	_, ok := b.Locate(a)
	return ok
}

// Locate returns the anchor with its offsets where the quote stands now, and
// whether it holds in the sense of Holds.
func (b *Bulletin) Locate(a Anchor) (Anchor, bool) {
	text, ok := b.Text(a.Place)
	if !ok || a.Quote == "" {
		return a, ok
	}
	all, quote := []rune(text), []rune(a.Quote)
	if hasAt(all, quote, int(a.From)) {
		a.To = a.From + RuneOffset(len(quote))
		return a, true
	}
	at, count := -1, 0
	for i := 0; i+len(quote) <= len(all); i++ {
		if hasAt(all, quote, i) {
			at, count = i, count+1
		}
	}
	if count != 1 {
		return a, false
	}
	a.From, a.To = RuneOffset(at), RuneOffset(at+len(quote))
	return a, true
}

func hasAt(all, part []rune, at int) bool {
	return at >= 0 && at+len(part) <= len(all) && string(all[at:at+len(part)]) == string(part)
}
