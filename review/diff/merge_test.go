package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// merged writes a merge: [mine] for a part of mine, (theirs), {both},
// /combined/, <base|mine|theirs> for a conflict, with ? where somebody should look.
func merged(m Merged) string {
	var b strings.Builder
	for _, p := range m.Parts {
		switch p.Origin {
		case FromMine:
			b.WriteString("[" + p.Mine + "]")
		case FromTheirs:
			b.WriteString("(" + p.Theirs + ")")
		case FromBoth:
			b.WriteString("{" + p.Mine + "}")
		case Combined:
			b.WriteString("/" + p.Text + "/")
		case Conflict:
			fmt.Fprintf(&b, "<%s|%s|%s>", p.Base, p.Mine, p.Theirs)
		default:
			b.WriteString(p.Base)
		}
		if p.Look {
			b.WriteString("?")
		}
	}
	return b.String()
}

func TestMerge(t *testing.T) {
	const base = "年底前力争完成任务。全市投资12亿元。"
	for _, c := range []struct{ name, base, mine, theirs, want string }{
		{"nobody changed anything", base, base, base, base},
		{"different sentences", base, "年底前确保完成任务。全市投资12亿元。", "年底前力争完成任务。全市投资13亿元。", "年底前[确保]完成任务。全市投资(13亿元)。"},
		{"the same change", base, "年底前确保完成任务。全市投资12亿元。", "年底前确保完成任务。全市投资12亿元。", "年底前{确保}完成任务。全市投资12亿元。"},
		{"one place, two changes", base, "年底前确保完成任务。全市投资12亿元。", "年底前争取完成任务。全市投资12亿元。", "年底前<力争|确保|争取>完成任务。全市投资12亿元。"},
		{"one sentence", base, "年中前力争完成任务。全市投资12亿元。", "年底前力争完成工作。全市投资12亿元。", "[年中]?前力争完成(工作)?。全市投资12亿元。"},
		{"places that touch", base, "年底前确保完成任务。全市投资12亿元。", "年底前力争办结任务。全市投资12亿元。", "年底前<力争完成|确保完成|力争办结>任务。全市投资12亿元。"},
		{"two insertions at one place", "甲。丁。", "甲。乙乙。丁。", "甲。丙丙。丁。", "甲。<|乙乙。|丙丙。>丁。"},
		{"taken out against edited", "甲甲甲。乙乙乙。丙丙丙。", "甲甲甲。丙丙丙。", "甲甲甲。乙丁乙。丙丙丙。", "甲甲甲。<乙乙乙。||乙丁乙。>丙丙丙。"},
		{"paragraphs of two people", roads + schools + clinics, "新" + roads + schools + clinics, roads + schools + clinics + "新增一段。\n", "[新]" + roads + schools + clinics + "(新增一段。\n)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := withWords.Merge(c.base, c.mine, c.theirs)
			checkMerge(t, m, c.base, c.mine, c.theirs)
			if got := merged(m); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func keepBase(p Part) string { return p.Base }

// checkMerge fails unless the parts join to the three texts.
func checkMerge(t *testing.T, m Merged, base, mine, theirs string) {
	t.Helper()
	var b, mi, th strings.Builder
	for _, p := range m.Parts {
		b.WriteString(p.Base)
		mi.WriteString(p.Mine)
		th.WriteString(p.Theirs)
	}
	if b.String() != base || mi.String() != mine || th.String() != theirs {
		t.Fatalf("parts do not join: %s\nbase %q\nmine %q\ntheirs %q", merged(m), base, mine, theirs)
	}
}

// FuzzMerge checks the laws of merging on a text and two revisions of it.
func FuzzMerge(f *testing.F) {
	for i, s := range seeds {
		f.Add(s+roads+schools+clinics, []byte{byte(i), 0x31, 0x52, 0x83}, []byte{0x90, byte(i), 0xf4, 0x22})
	}
	f.Fuzz(func(t *testing.T, base string, mine, theirs []byte) {
		a, b := revised(base, mine), revised(base, theirs)
		for _, c := range comparers {
			m := c.Merge(base, a, b)
			checkMerge(t, m, base, a, b)
			if other := c.Merge(base, b, a); other.Conflicts() != m.Conflicts() || other.Text(keepBase) != m.Text(keepBase) {
				t.Fatalf("changing sides changes the answer:\n%s\n%s", merged(m), merged(other))
			}
			for _, law := range []struct{ mine, theirs, want string }{{a, base, a}, {base, b, b}, {a, a, a}} {
				m := c.Merge(base, law.mine, law.theirs)
				if got := m.Text(keepBase); got != law.want || m.Conflicts()+m.Looks() > 0 {
					t.Fatalf("got %s, want %q", merged(m), law.want)
				}
			}
		}
	})
}

// TestMergeOfOfficialTexts lets two people edit different paragraphs: nothing
// may be asked and nothing lost; and then the same word.
func TestMergeOfOfficialTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	clean, asked, cases := 0, 0, 0
	for _, text := range officialTexts(t) {
		units := lines(text)
		if len(units) < 4 {
			continue
		}
		i := random.IntN(len(units) - 2)
		mine, theirs, both := strings.Split(text, "\n"), strings.Split(text, "\n"), strings.Split(text, "\n")
		mine[i], theirs[i+1], both[i] = "我改"+mine[i], theirs[i+1]+"他改", "他也改"+both[i]
		cases++
		want := strings.Split(text, "\n")
		want[i], want[i+1] = mine[i], theirs[i+1]
		m := withWords.Merge(text, strings.Join(mine, "\n"), strings.Join(theirs, "\n"))
		clean += count(m.Conflicts() == 0 && m.Text(keepBase) == strings.Join(want, "\n"))
		asked += count(withWords.Merge(text, strings.Join(mine, "\n"), strings.Join(both, "\n")).Conflicts() == 1)
	}
	t.Logf("%d cases: %d merged right, %d true conflicts asked", cases, clean, asked)
	if clean != cases || asked != cases {
		t.Error("want all")
	}
}
