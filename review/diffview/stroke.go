package diffview

import (
	"strconv"
	"strings"

	"jianbao/review/diff"
)

// stroke is a stretch of text treated alike. It stands in the old text, in the
// new one, in both, or, being a sign of ours or an edit inside a move, in
// neither.
type stroke struct {
	text     string
	mark     mark
	inner    bool // differs within a larger change
	old, new bool
	sign     bool // ours: not part of any text
	joins    bool // a line end taken out: what follows goes on in the same line
	change   int
}

// unchanged is a text that both sides have.
func unchanged(text string) []stroke {
	return []stroke{{text: text, old: true, new: true, change: noChange}}
}

func added(text string, change int) []stroke {
	return []stroke{{text: text, mark: inserted, new: true, change: change}}
}

func removed(text string, change int) []stroke {
	return []stroke{{text: text, mark: deleted, old: true, change: change}}
}

// strokes writes a script; change tells which change a hunk belongs to.
func strokes(s diff.Script, change func(hunk int) int) []stroke {
	arrivals := map[int]int{}
	for k, h := range s.Hunks {
		if h.Kind == diff.MoveTo {
			arrivals[h.Move] = k
		}
	}
	var list []stroke
	for k, h := range s.Hunks {
		switch h.Kind {
		case diff.Equal:
			list = append(list, unchanged(h.New)...)
		case diff.MoveFrom:
			list = append(list, departure(h, change(arrivals[h.Move]))...)
		case diff.MoveTo:
			list = append(list, arrival(h, change(k))...)
		default:
			written := rewritten(h, change(k))
			if k+1 < len(s.Hunks) && s.Hunks[k+1].Kind == diff.MoveFrom {
				written[0].joins = false // what moved away is no continuation
			}
			list = append(list, written...)
		}
	}
	return list
}

// rewritten writes the old words, then the new ones, each with the characters
// that differ picked out, unless all of them do.
func rewritten(h diff.Hunk, change int) []stroke {
	if h.Kind == diff.Delete && strings.Trim(h.Old, "\n") == "" {
		return []stroke{{text: h.Old, mark: deleted, old: true, joins: true, change: change}}
	}
	picked := false
	for _, p := range h.Inner {
		picked = picked || p.Kind == diff.Equal
	}
	var old, new []stroke
	for _, p := range h.Inner {
		if p.Old != "" {
			old = append(old, stroke{text: p.Old, mark: deleted, inner: picked && p.Kind == diff.Delete, old: true, change: change})
		}
		if p.New != "" {
			new = append(new, stroke{text: p.New, mark: inserted, inner: picked && p.Kind == diff.Insert, new: true, change: change})
		}
	}
	return append(old, new...)
}

// departure writes what moved away, behind the number it shares with its arrival.
func departure(h diff.Hunk, change int) []stroke {
	return []stroke{
		{text: pairNumber(h.Move) + "↷", mark: movedAway, old: true, sign: true, change: change},
		{text: h.Old, mark: movedAway, old: true, change: change},
	}
}

// arrival writes what moved here, with what was edited on the way.
func arrival(h diff.Hunk, change int) []stroke {
	list := []stroke{{text: pairNumber(h.Move), mark: movedHere, new: true, sign: true, change: change}}
	if len(h.Inner) == 0 {
		return append(list, stroke{text: h.New, mark: movedHere, new: true, change: change})
	}
	for _, p := range h.Inner {
		switch p.Kind {
		case diff.Delete:
			list = append(list, stroke{text: p.Old, mark: deleted, change: change})
		case diff.Insert:
			list = append(list, stroke{text: p.New, mark: inserted, new: true, change: change})
		default:
			list = append(list, stroke{text: p.New, mark: movedHere, new: true, change: change})
		}
	}
	return list
}

// pairNumber is ① to ⑳, then (21) and on.
func pairNumber(n int) string {
	if n >= 1 && n <= 20 {
		return string(rune('①' + n - 1))
	}
	return "(" + strconv.Itoa(n) + ")"
}
