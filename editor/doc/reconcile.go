package doc

// Reconcile gives the new texts of a body the ids of the old paragraphs they
// came from: the same text keeps its id wherever it went, an edited paragraph
// keeps that of the old one it resembles, what is new gets a new id. Levels go
// with the text: the level is kept unless the numbering at the start changed.
func Reconcile(old []Paragraph, texts []string) []Paragraph {
	r := reconciler{old: old, texts: texts, from: make([]int, len(texts)), used: make([]bool, len(old))}
	for i := range r.from {
		r.from[i] = -1
	}
	r.sameText()
	r.alike()
	r.leftInPlace()
	return r.build()
}

type reconciler struct {
	old   []Paragraph
	texts []string
	from  []int // index into old for each text, or -1
	used  []bool
}

func (r *reconciler) take(text, old int) {
	r.from[text], r.used[old] = old, true
}

// sameText pairs equal texts, first come first served.
func (r *reconciler) sameText() {
	where := map[string][]int{}
	for i, p := range r.old {
		where[p.Text] = append(where[p.Text], i)
	}
	for i, t := range r.texts {
		if at := where[t]; len(at) > 0 {
			r.take(i, at[0])
			where[t] = at[1:]
		}
	}
}

// alikeLimit bounds the quadratic search; beyond it a body was replaced whole.
const alikeLimit = 300

// alike pairs each remaining text with the most similar remaining paragraph.
func (r *reconciler) alike() {
	left := r.unused()
	if len(left) > alikeLimit {
		return
	}
	grams := make(map[int]map[[2]rune]int, len(left))
	for _, i := range left {
		grams[i] = bigrams(r.old[i].Text)
	}
	for i, t := range r.texts {
		if r.from[i] >= 0 {
			continue
		}
		mine, best, at := bigrams(t), 0.5, -1
		for _, j := range left {
			if s := dice(mine, grams[j]); !r.used[j] && s > best {
				best, at = s, j
			}
		}
		if at >= 0 {
			r.take(i, at)
		}
	}
}

// leftInPlace pairs a text that stands alone between two paired neighbours
// with the paragraph that stood alone between the same two: it was rewritten.
func (r *reconciler) leftInPlace() {
	for i := range r.texts {
		if r.from[i] >= 0 {
			continue
		}
		before, after := -1, len(r.old)
		if i > 0 {
			if before = r.from[i-1]; before < 0 {
				continue
			}
		}
		if i+1 < len(r.texts) {
			if after = r.from[i+1]; after < 0 {
				continue
			}
		}
		if after-before == 2 && !r.used[before+1] {
			r.take(i, before+1)
		}
	}
}

func (r *reconciler) unused() []int {
	var left []int
	for i, u := range r.used {
		if !u {
			left = append(left, i)
		}
	}
	return left
}

func (r *reconciler) build() []Paragraph {
	out := make([]Paragraph, len(r.texts))
	for i, t := range r.texts {
		if r.from[i] < 0 {
			out[i] = NewParagraph(t)
			continue
		}
		p := r.old[r.from[i]]
		if LevelOf(t) != LevelOf(p.Text) {
			p.Level = LevelOf(t)
		}
		p.Text = t
		out[i] = p
	}
	return out
}

func bigrams(s string) map[[2]rune]int {
	grams := map[[2]rune]int{}
	last := rune(-1)
	for _, r := range s {
		if last >= 0 {
			grams[[2]rune{last, r}]++
		}
		last = r
	}
	return grams
}

// dice is the Sørensen–Dice coefficient of two bags: 0 nothing shared, 1 equal.
func dice(a, b map[[2]rune]int) float64 {
	shared, total := 0, 0
	for g, n := range a {
		shared += min(n, b[g])
		total += n
	}
	for _, n := range b {
		total += n
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(total)
}
