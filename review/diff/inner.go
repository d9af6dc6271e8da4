package diff

// pieces compares two short texts character by character. Between two equal
// pieces stand a deletion, an insertion, or both in this order.
func pieces(old, new string) []Piece {
	intern := newInterner()
	r := &region{
		oldText: old,
		newText: new,
		old:     intern.tokens(nil, old, span{0, len(old)}, clusterEnd),
		new:     intern.tokens(nil, new, span{0, len(new)}, clusterEnd),
	}
	r.compare()
	list := []Piece{}
	for _, e := range r.edits {
		was, is := r.textOfOld(e.old), r.textOfNew(e.new)
		if e.kind == Replace {
			list = append(list, Piece{Kind: Delete, Old: was}, Piece{Kind: Insert, New: is})
		} else {
			list = append(list, Piece{Kind: e.kind, Old: was, New: is})
		}
	}
	return list
}
