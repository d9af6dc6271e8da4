package diff

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestMergeOfMoves(t *testing.T) {
	const base = roads + schools + clinics
	fewer := strings.Replace(schools, "四十所", "四十二所", 1)
	faster := strings.Replace(schools, "加快推进", "全面推进", 1)
	for _, c := range []struct {
		name, mine, theirs, want string
		looks                    int
	}{
		{"moved by one, left alone by the other", schools + roads + clinics, base, schools + roads + clinics, 0},
		{"moved by one, edited by the other", schools + roads + clinics, roads + fewer + clinics, fewer + roads + clinics, 2},
		{"moved and edited by one, edited elsewhere inside by the other", faster + roads + clinics, roads + fewer + clinics,
			strings.Replace(faster, "四十所", "四十二所", 1) + roads + clinics, 2},
		{"moved by one, what stands beside edited by the other", schools + roads + clinics, roads + schools + strings.Replace(clinics, "五百", "六百", 1),
			schools + roads + strings.Replace(clinics, "五百", "六百", 1), 2},
		{"moved to the same place by both", schools + roads + clinics, schools + roads + clinics, schools + roads + clinics, 0},
	} {
		m := withWords.Merge(base, c.mine, c.theirs)
		checkMerge(t, m, base, c.mine, c.theirs)
		if got := m.Text(keepBase); got != c.want || m.Conflicts() > 0 || m.Looks() != c.looks {
			t.Errorf("%s: %d places to look at: %s", c.name, m.Looks(), merged(m))
		}
	}
}

func TestMergeOfMovesThatDisagree(t *testing.T) {
	const last = "全市工业用电量保持较快增长，重点企业订单充足，生产经营总体稳定，预期持续向好。\n"
	const base = roads + schools + clinics + last
	for _, c := range []struct{ name, mine, theirs string }{
		{"moved to two places", schools + roads + clinics + last, roads + clinics + last + schools},
		{"moved and taken out", schools + roads + clinics + last, roads + clinics + last},
		{"the same words edited on the way and in place", strings.Replace(schools, "四十", "五十", 1) + roads + clinics + last,
			roads + strings.Replace(schools, "四十", "六十", 1) + clinics + last},
		{"something else put where it went", schools + roads + clinics + last, "新的一段。\n" + base},
	} {
		m := withWords.Merge(base, c.mine, c.theirs)
		checkMerge(t, m, base, c.mine, c.theirs)
		if m.Conflicts() == 0 || m.Text(keepBase) != base {
			t.Errorf("%s: %s", c.name, merged(m))
		}
		for _, side := range []struct {
			decide func(Part) string
			want   string
		}{{func(p Part) string { return p.Mine }, c.mine}, {func(p Part) string { return p.Theirs }, c.theirs}} {
			if got := m.Text(side.decide); got != side.want {
				t.Errorf("%s: decided %q, want %q", c.name, got, side.want)
			}
		}
	}
}

// TestMovedParagraphsOfOfficialTexts lets one person move a paragraph while
// another puts a word into it.
func TestMovedParagraphsOfOfficialTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	cases, moved := 0, 0
	for _, text := range officialTexts(t) {
		units := lines(strings.TrimSuffix(text, "\n") + "\n")
		if len(units) < 5 {
			continue
		}
		i := 2 + random.IntN(len(units)-3)
		if len(units[i]) < 90 || strings.Count(text, units[i]) > 1 {
			continue
		}
		at := len(firstRunes(units[i], 12))
		edited := units[i][:at] + "插入的话" + units[i][at:]
		rest := append(append([]string{}, units[:i]...), units[i+1:]...)
		base := strings.Join(units, "")
		mine := units[i] + strings.Join(rest, "")
		theirs := strings.Join(units[:i], "") + edited + strings.Join(units[i+1:], "")
		m := withWords.Merge(base, mine, theirs)
		checkMerge(t, m, base, mine, theirs)
		cases++
		if m.Conflicts() == 0 && m.Looks() > 0 && m.Text(keepBase) == edited+strings.Join(rest, "") {
			moved++
		} else {
			t.Logf("not merged: %.40s", units[i])
		}
	}
	t.Logf("%d cases: %d moved and edited", cases, moved)
	if cases == 0 || moved*20 < cases*19 {
		t.Error("want at least 95 %")
	}
}
