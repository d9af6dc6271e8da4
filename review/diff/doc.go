// Package diff owns the comparison of two Chinese texts or bulletins: what stayed, what was
// inserted, deleted, replaced or moved, in an order a reader can trust. It does
// not store comparisons, decide who may accept a change, or draw anything.
//
// A text is compared from the coarse to the fine, one step per file:
// paragraphs and then sentences that occur once on both sides become anchors,
// or moves where they cross the others (paragraph.go, sentence.go, anchor.go,
// similar.go, move.go); what lies between two anchors is cut into tokens
// (token.go, cluster.go), narrowed by runs of tokens that occur once on both
// sides (shingle.go) and given to go-diff (myers.go); the result is tidied for
// the eye (arrange.go, slide.go, absorb.go) and becomes hunks (hunk.go), which
// know the characters that differ inside them (inner.go) and what kind of
// change they are (class.go).
//
// Two bulletins are compared field by field, article by article and, inside the
// bodies, as texts (bulletin.go, article.go, level.go); every change has an identity by
// which it can be decided about and undone (change.go, revert.go).
//
// The same two texts always give the same answer, and swapping them gives the
// mirrored answer.
package diff
