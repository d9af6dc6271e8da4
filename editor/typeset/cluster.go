package typeset

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
	"jianbao/editor/doc"
)

// cluster is what a reader takes for one character, with its marks and
// joiners: it is never torn.
type cluster struct {
	at      int            // where it begins, in bytes
	offset  doc.RuneOffset // the same in runes
	advance Em
	trait   trait
}

// scanner cuts text into clusters. It keeps its memory from one text to the
// next.
type scanner struct {
	measurer Measurer
	clusters []cluster
	segments segmenter.Segmenter
	runes    []rune
	cellsAt  []Cell
}

// scan returns the clusters of text and one more that stands for its end. They
// are valid until the next scan.
func (s *scanner) scan(text string, style Style) []cluster {
	s.clusters = s.clusters[:0]
	if plain(text) {
		s.scanRunes(text)
	} else {
		s.scanClusters(text)
	}
	s.measure(text, style)
	return s.clusters
}

// scanRunes takes every rune for a cluster.
func (s *scanner) scanRunes(text string) {
	offset := doc.RuneOffset(0)
	for at, r := range text {
		s.clusters = append(s.clusters, cluster{at: at, offset: offset, trait: traitOf(r)})
		offset++
	}
	s.clusters = append(s.clusters, cluster{at: len(text), offset: offset})
}

// scanClusters follows the Unicode rules for clusters (UAX 29).
func (s *scanner) scanClusters(text string) {
	s.runes = append(s.runes[:0], []rune(text)...)
	s.segments.Init(s.runes)
	at := 0
	for clusters := s.segments.GraphemeIterator(); clusters.Next(); {
		c := clusters.Grapheme()
		if !joins(s.runes, c.Offset) {
			s.clusters = append(s.clusters, cluster{at: at, offset: doc.RuneOffset(c.Offset), trait: traitOfAll(c.Text)})
		}
		for range c.Text {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
	}
	s.clusters = append(s.clusters, cluster{at: at, offset: doc.RuneOffset(len(s.runes))})
}

// traitOfAll returns the trait of a cluster: that of its first rune, unless that
// one only precedes an opening mark.
func traitOfAll(cluster []rune) trait {
	t := traitOf(cluster[0])
	for _, r := range cluster[1:] {
		t |= traitOf(r) & noEnd
	}
	return t
}

// joins reports whether the pictograph at an offset is joined to the one before
// it (UAX 29, GB11). The segmenter sees that only in the first of adjoining
// pictographs.
func joins(runes []rune, at int) bool {
	return at > 1 && runes[at-1] == '\u200D' && pictograph(runes[at])
}

func pictograph(r rune) bool {
	return 0x1F000 <= r && r < 0x20000 || 0x2190 <= r && r < 0x2C00
}

func (s *scanner) measure(text string, style Style) {
	size := style.size()
	for i := range len(s.clusters) - 1 {
		c := &s.clusters[i]
		if c.trait&(tab|lineEnd) == 0 {
			c.advance = max(0, s.measurer.Advance(style.Face, text[c.at:s.clusters[i+1].at]).times(size))
		}
	}
}

// plain reports whether every rune of text is a cluster of its own, which
// holds for nearly all Chinese text.
func plain(text string) bool {
	for _, r := range text {
		if !alone(r) {
			return false
		}
	}
	return true
}

// alone reports whether r neither combines with what stands before it nor
// draws in what follows, whatever that is.
func alone(r rune) bool {
	switch {
	case r < 0x300:
		return r != '\r'
	case 0x4E00 <= r && r < 0xA000, 0x3400 <= r && r < 0x4DC0: // Han
		return true
	case 0x2010 <= r && r < 0x2060, 0x20A0 <= r && r < 0x20D0, 0x2100 <= r && r < 0x2C00: // marks and signs
		return true
	case 0x2E80 <= r && r < 0x302A, 0x3030 <= r && r < 0x3099, 0x309B <= r && r < 0x3400: // marks, kana, units
		return true
	case 0xF900 <= r && r < 0xFB00, 0xFE30 <= r && r < 0xFE70, 0xFF00 < r && r < 0xFF9E: // compatibility forms
		return true
	}
	return 0xFFE0 <= r && r < 0xFFEF || 0x20000 <= r && r < 0x3FFFE
}
