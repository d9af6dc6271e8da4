package diff

import "strings"

// Share returns how much of the sentence that changed most is different, as a
// share of its characters in %: 100 for a sentence that came or went. Text that
// only moved, paragraphs split or joined, and marks are no change of a
// sentence; fields and whole articles are not looked at.
func (d BulletinDiff) Share() int {
	most := 0
	for _, a := range d.Articles {
		most = max(most, a.Body.share())
	}
	return most
}

func (s Script) share() int {
	old, new := s.differing()
	return max(shareIn(s.Old(), old), shareIn(s.New(), new))
}

// differing returns the stretches of both texts, in bytes, that the other one
// does not have.
func (s Script) differing() (old, new []span) {
	left := map[int]int{} // where the text of each move stood
	at := 0
	for _, h := range s.Hunks {
		if h.Kind == MoveFrom {
			left[h.Move] = at
		}
		at += len(h.Old)
	}
	oldAt, newAt := 0, 0
	for _, h := range s.Hunks {
		if h.Class != ClassPunctuation && h.Class != ClassParagraph {
			from := oldAt
			if h.Kind == MoveTo {
				from = left[h.Move]
			}
			old, new = h.appendDiffering(old, new, from, newAt)
		}
		oldAt, newAt = oldAt+len(h.Old), newAt+len(h.New)
	}
	return old, new
}

func (h Hunk) appendDiffering(old, new []span, oldAt, newAt int) ([]span, []span) {
	for _, p := range h.Inner {
		if p.Kind != Equal {
			old, new = append(old, span{oldAt, oldAt + len(p.Old)}), append(new, span{newAt, newAt + len(p.New)})
		}
		oldAt, newAt = oldAt+len(p.Old), newAt+len(p.New)
	}
	return old, new
}

// shareIn returns the greatest share of a sentence that the stretches cover.
func shareIn(text string, stretches []span) int {
	covered := make([]bool, len(text))
	for _, s := range stretches {
		for i := s.from; i < s.to; i++ {
			covered[i] = true
		}
	}
	most := 0
	for _, u := range sentences(nil, text, span{0, len(text)}, 0) {
		all, differ := 0, 0
		for i, r := range u.text {
			if !strings.ContainsRune(" \u3000", r) {
				all++
				if covered[u.at.from+i] {
					differ++
				}
			}
		}
		if all > 0 {
			most = max(most, differ*100/all)
		}
	}
	return most
}
