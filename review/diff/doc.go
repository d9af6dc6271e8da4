// Package diff owns the comparison of two Chinese texts or bulletins: what stayed, what was
// inserted, deleted, replaced or moved, in an order a reader can trust. It does
// not store comparisons, decide who may accept a change, or draw anything.
//
// A text is compared from the coarse to the fine, one step per file:
// paragraphs and then sentences that occur once on both sides become anchors,
// or moves where they cross the others (paragraph.go, sentence.go, anchor.go,
// similar.go, move.go); what lies between two anchors is cut into tokens and
// these are joined to words (token.go, cluster.go, word.go, lexicon.go),
// narrowed by runs of words that occur a few times at most (shingle.go) and
// given to go-diff (myers.go); the result is tidied for the eye (arrange.go,
// recover.go, slide.go, absorb.go, pare.go) and becomes hunks of whole words (hunk.go),
// which know the characters that differ inside them (inner.go).
//
// Every change has a class, and a critical one must not be missed (class.go).
// It follows from the facts that the text states before and after (fact.go), which
// are found with tables of words (vocabulary.go, when.go, person.go,
// organisation.go).
//
// Two bulletins are compared field by field, article by article and, inside the
// bodies, as texts (bulletin.go, article.go, level.go); every change has an
// identity by which it can be decided about and undone (change.go, revert.go).
// What two people made of one text or bulletin is put together by their changes
// (merge.go, grouping.go,
// mergemove.go, mergebulletin.go).
//
// How much of a sentence changed (share.go) and who wrote what over a line of
// texts (credit.go) follow from comparisons.
//
// The same two texts always give the same answer, and swapping them gives the
// mirrored answer. Comparer compares with a lexicon; without one, changes are
// cut by characters instead of words.
package diff
