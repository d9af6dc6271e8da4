// Package diffview owns how a comparison of two bulletins looks: marked up in
// one text, side by side, or clean, on one sheet that draws only the rows in
// sight. It does not compare, decide or store: a click raises a callback, and
// colours, faces and words are handed in.
//
// A comparison becomes strokes (stroke.go), which are woven into blocks of
// cells for one or two columns (weave.go, document.go); blocks are measured and
// broken into rows (measure.go, breaking.go, layout.go), and the rows in sight
// are painted (row.go, paint.go, sheet.go). View puts the sheet into a scroller.
package diffview

import (
	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// Comparison is two bulletins and what differs between them.
type Comparison struct {
	Old, New doc.Bulletin
	Diff     diff.BulletinDiff
	Changes  []diff.Change // in reading order; views name a change by its index here
}

// Compare compares two bulletins with a comparer.
func Compare(comparer diff.Comparer, old, new doc.Bulletin) Comparison {
	d := comparer.Bulletins(old, new)
	return Comparison{Old: old, New: new, Diff: d, Changes: d.Changes()}
}

// noChange is the index of no change.
const noChange = -1

// target is where a change stands, by which marks find their change.
type target struct {
	kind      targetKind
	field     doc.FieldKey
	article   doc.ArticleID
	paragraph doc.ParagraphID
	hunk      int
}

type targetKind int

const (
	wholeField targetKind = iota
	bodyHunk
	wholeArticle
	headingLevel
)

func targetOf(c diff.Change) target {
	switch {
	case c.Class == diff.ClassField:
		return target{kind: wholeField, field: c.At.Field, article: c.At.Article}
	case c.Class == diff.ClassLevel:
		return target{kind: headingLevel, paragraph: c.At.Paragraph}
	case c.Hunk < 0:
		return target{kind: wholeArticle, article: c.At.Article}
	}
	return target{kind: bodyHunk, article: c.At.Article, hunk: c.Hunk}
}

// targets is the index of the changes by where they stand.
type targets map[target]int

func (c Comparison) targets() targets {
	index := make(targets, len(c.Changes))
	for i, change := range c.Changes {
		index[targetOf(change)] = i
	}
	return index
}

// of returns the change at a target, or noChange.
func (t targets) of(at target) int {
	if i, ok := t[at]; ok {
		return i
	}
	return noChange
}
