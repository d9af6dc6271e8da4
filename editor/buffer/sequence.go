package buffer

import (
	"iter"
	"slices"
)

// paragraph is one paragraph and the ends of anchors that stand in it. Its
// text never changes: an edit puts a new paragraph in its place.
type paragraph struct {
	id    ID
	text  string
	runes RuneOffset
	marks []*mark // by offset
	chunk *chunk
}

// byteAt returns where in the text the code point at offset begins.
func (p *paragraph) byteAt(offset RuneOffset) int {
	if RuneOffset(len(p.text)) == p.runes {
		return int(offset)
	}
	return advance(p.text, 0, offset)
}

// advance returns the byte n code points after byte at.
func advance(text string, at int, n RuneOffset) int {
	for i := range text[at:] {
		if n == 0 {
			return at + i
		}
		n--
	}
	return len(text)
}

// chunkSize is how many paragraphs a chunk holds when it is made: enough that
// a long text has few chunks, few enough that changing one costs nothing.
const chunkSize = 64

// chunk is a run of neighbouring paragraphs with the sum of their lengths.
type chunk struct {
	paras []*paragraph
	runes int
}

// sequence is the paragraphs of a text in order. Finding, replacing and
// counting cost a walk over the chunks and within one of them; a paragraph
// knows its chunk, so its index is found the same way.
type sequence struct {
	chunks []*chunk
	count  int
	runes  int
}

// locate returns the chunk of paragraph i and its index there. The place after
// the last paragraph is the end of the last chunk.
func (s *sequence) locate(i int) (chunk, within int) {
	for chunk+1 < len(s.chunks) && i >= len(s.chunks[chunk].paras) {
		i -= len(s.chunks[chunk].paras)
		chunk++
	}
	return chunk, i
}

func (s *sequence) at(i int) *paragraph {
	c, within := s.locate(i)
	return s.chunks[c].paras[within]
}

func (s *sequence) index(p *paragraph) int {
	before, c := 0, 0
	for ; s.chunks[c] != p.chunk; c++ {
		before += len(s.chunks[c].paras)
	}
	return before + slices.Index(p.chunk.paras, p)
}

// runesBefore returns the code points of all paragraphs before i.
func (s *sequence) runesBefore(i int) int {
	c, within := s.locate(i)
	sum := 0
	for _, before := range s.chunks[:c] {
		sum += before.runes
	}
	for _, p := range s.chunks[c].paras[:within] {
		sum += int(p.runes)
	}
	return sum
}

// from yields the paragraphs from i to the end.
func (s *sequence) from(i int) iter.Seq[*paragraph] {
	return func(yield func(*paragraph) bool) {
		c, within := s.locate(i)
		for ; c < len(s.chunks); c++ {
			for _, p := range s.chunks[c].paras[within:] {
				if !yield(p) {
					return
				}
			}
			within = 0
		}
	}
}

// slice returns the n paragraphs from i on.
func (s *sequence) slice(i, n int) []*paragraph {
	some := make([]*paragraph, 0, n)
	for p := range s.from(i) {
		if len(some) == n {
			break
		}
		some = append(some, p)
	}
	return some
}

// replace puts the paragraphs of news in the place of n from i on.
func (s *sequence) replace(i, n int, news []*paragraph) {
	if len(s.chunks) == 0 {
		s.chunks = []*chunk{{}}
	}
	first, from := s.locate(i)
	last, to := s.locate(i + n)
	if n == len(news) && first == last {
		copy(s.chunks[first].paras[from:to], news)
		s.recount(s.chunks[first : first+1])
		return
	}
	some := slices.Concat(s.chunks[first].paras[:from], news, s.chunks[last].paras[to:])
	fresh := chunked(some)
	for _, c := range s.chunks[first : last+1] {
		s.runes -= c.runes
	}
	s.chunks = slices.Replace(s.chunks, first, last+1, fresh...)
	s.count += len(news) - n
	s.recount(fresh)
}

// recount brings the sums up to date with the paragraphs of changed chunks.
func (s *sequence) recount(changed []*chunk) {
	for _, c := range changed {
		s.runes -= c.runes
		c.runes = 0
		for _, p := range c.paras {
			p.chunk = c
			c.runes += int(p.runes)
		}
		s.runes += c.runes
	}
}

func chunked(paras []*paragraph) []*chunk {
	if len(paras) <= 2*chunkSize {
		return []*chunk{{paras: paras}}
	}
	var chunks []*chunk
	for part := range slices.Chunk(paras, chunkSize) {
		chunks = append(chunks, &chunk{paras: slices.Clone(part)})
	}
	return chunks
}
