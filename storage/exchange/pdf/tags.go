package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tags are the structure of the document: one paragraph for each printed line,
// on as many pages as it takes.
type tags struct {
	file      *file
	root, doc ref
	elements  map[int]*element
	marked    [][]ref // for each page, the element of each piece of marked content
}

type element struct {
	ref    ref
	pieces []piece
}

type piece struct{ page, mark int }

func newTags(f *file, pages int) tags {
	return tags{file: f, root: f.reserve(), doc: f.reserve(), elements: map[int]*element{}, marked: make([][]ref, pages)}
}

// mark numbers a piece of a block on a page.
func (t *tags) mark(block, page int) int {
	e := t.elements[block]
	if e == nil {
		e = &element{ref: t.file.reserve()}
		t.elements[block] = e
	}
	n := len(t.marked[page])
	e.pieces = append(e.pieces, piece{page, n})
	t.marked[page] = append(t.marked[page], e.ref)
	return n
}

// add writes the tree and returns its root.
func (t *tags) add(pages []ref) ref {
	var order []ref
	for _, block := range slices.Sorted(maps.Keys(t.elements)) {
		e := t.elements[block]
		order = append(order, e.ref)
		var kids strings.Builder
		for _, p := range e.pieces {
			fmt.Fprintf(&kids, "<</Type/MCR/Pg %s/MCID %d>>", pages[p.page], p.mark)
		}
		t.file.set(e.ref, fmt.Sprintf("<</Type/StructElem/S/P/P %s/K[%s]>>", t.doc, kids.String()))
	}
	t.file.set(t.doc, fmt.Sprintf("<</Type/StructElem/S/Document/P %s/K%s>>", t.root, refs(order)))
	var parents strings.Builder
	for i, list := range t.marked {
		fmt.Fprintf(&parents, "%d %s", i, refs(list))
	}
	t.file.set(t.root, fmt.Sprintf("<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>",
		t.doc, parents.String(), len(t.marked)))
	return t.root
}
