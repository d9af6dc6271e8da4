// Package paged owns what readers of finished pages report: which words they
// found, and whether the fonts in the file draw those words. It takes nothing
// from the writers, and knows no format of files.
package paged

import (
	"maps"
	"slices"
	"strings"
)

// Words are what was read from a file with pages.
type Words struct {
	Blocks    []string // the printed lines, whole, in their order; empty ones cannot be seen
	Furniture []string // what only pages have: numbers at the foot, stamps, in order
}

// Found gathers words while a file is read, in any order.
type Found struct {
	blocks    map[int]*strings.Builder
	furniture []string
}

// Add notes a text of a block; a block that goes on later is joined.
func (f *Found) Add(block int, text string) {
	if f.blocks == nil {
		f.blocks = map[int]*strings.Builder{}
	}
	if f.blocks[block] == nil {
		f.blocks[block] = &strings.Builder{}
	}
	f.blocks[block].WriteString(text)
}

// AddFurniture notes what stands on a page and is not of the bulletin.
func (f *Found) AddFurniture(text string) { f.furniture = append(f.furniture, text) }

// Words returns what was gathered.
func (f *Found) Words() Words {
	w := Words{Furniture: f.furniture}
	for _, n := range slices.Sorted(maps.Keys(f.blocks)) {
		if text := f.blocks[n].String(); text != "" {
			w.Blocks = append(w.Blocks, text)
		}
	}
	return w
}
