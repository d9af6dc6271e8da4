package diff

import (
	"sync"
	"unicode/utf8"
)

// similarPairs pairs edited units that occur in no pair yet: an old one with
// the new one that shares most triples of characters found in no third place,
// if the two are alike enough.
func similarPairs(old, new []unit, taken []pair, r rules) []pair {
	oldTaken, newTaken := map[int]bool{}, map[int]bool{}
	for _, p := range taken {
		oldTaken[p.old], newTaken[p.new] = true, true
	}
	var oldOwner, newOwner map[uint64]int
	var both sync.WaitGroup
	both.Go(func() { oldOwner = owners(old, oldTaken, r) })
	both.Go(func() { newOwner = owners(new, newTaken, r) })
	both.Wait()
	chosen := map[int]vote{}
	for i, u := range new {
		if newTaken[i] || utf8.RuneCountInString(u.text) < r.minEdited {
			continue
		}
		v := poll(u.text, i, oldOwner, newOwner)
		if v.count > chosen[v.unit].count {
			chosen[v.unit] = vote{i, v.count}
		}
	}
	return confirmed(old, new, chosen, r)
}

// vote says how many rare triples speak for a unit.
type vote struct{ unit, count int }

// shared marks a triple that stands in more than one unit of its side.
const shared = -1

// owners says for every triple of characters in which unit it stands.
func owners(units []unit, taken map[int]bool, r rules) map[uint64]int {
	free := make([]int, 0, len(units))
	size := 0
	for i, u := range units {
		if n := utf8.RuneCountInString(u.text); !taken[i] && n >= r.minEdited {
			free = append(free, i)
			size += n
		}
	}
	owner := make(map[uint64]int, size)
	for _, i := range free {
		u := units[i]
		eachTriple(u.text, func(triple uint64) {
			if first, seen := owner[triple]; seen && first != i {
				owner[triple] = shared
			} else {
				owner[triple] = i
			}
		})
	}
	return owner
}

// poll lets the rare triples of a new unit vote for an old one. Where two old
// units draw, the earlier wins.
func poll(text string, unit int, oldOwner, newOwner map[uint64]int) vote {
	counts := map[int]int{}
	eachTriple(text, func(triple uint64) {
		if o, ok := oldOwner[triple]; ok && o != shared && newOwner[triple] == unit {
			counts[o]++
		}
	})
	var best vote
	for o, n := range counts {
		if n > best.count || n == best.count && o < best.unit {
			best = vote{o, n}
		}
	}
	return best
}

// confirmed keeps the elections whose winners really are alike.
func confirmed(old, new []unit, chosen map[int]vote, r rules) []pair {
	var pairs []pair
	for o, u := range old {
		v, ok := chosen[o]
		if !ok || v.count == 0 {
			continue
		}
		if common, dice := alike(u.text, new[v.unit].text); dice >= r.similarity {
			pairs = append(pairs, pair{match: match{o, v.unit, common}})
		}
	}
	return pairs
}

// alike returns how many pairs of neighbouring characters two texts have in
// common, and the Dice coefficient of those pairs, 0 to 1.
func alike(a, b string) (common int, dice float64) {
	counts := map[uint64]int{}
	sizeA, sizeB := 0, 0
	eachPair(a, func(p uint64) { counts[p]++; sizeA++ })
	eachPair(b, func(p uint64) {
		sizeB++
		if counts[p] > 0 {
			counts[p]--
			common++
		}
	})
	if sizeA+sizeB == 0 {
		return 0, 0
	}
	return common, 2 * float64(common) / float64(sizeA+sizeB)
}

// runeBits hold any code point.
const runeBits = 21

func eachPair(s string, visit func(uint64)) { eachGram(s, 2, visit) }

func eachTriple(s string, visit func(uint64)) { eachGram(s, 3, visit) }

// eachGram visits every run of n neighbouring characters, packed into one number.
func eachGram(s string, n int, visit func(uint64)) {
	mask := uint64(1)<<(runeBits*n) - 1
	var gram uint64
	seen := 0
	for _, r := range s {
		gram = (gram<<runeBits | uint64(r)) & mask
		if seen++; seen >= n {
			visit(gram)
		}
	}
}
