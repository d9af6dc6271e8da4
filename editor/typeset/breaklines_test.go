package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// plainStyle has no indent, so that tests count from the line's edge.
var plainStyle = Style{Squeeze: NoSqueeze, KeepUnits: true}

// lay returns the lines of text as strings, a cut marked by + and a cut
// against the rules by !.
func lay(text string, style Style, ems float64) []string {
	var out []string
	runes := []rune(text)
	for _, l := range Break(text, style, Ems(ems), Grid{}) {
		s := string(runes[l.From:l.To])
		switch l.Ending {
		case CutsWord:
			s += "+"
		case CutsMarks:
			s += "!"
		}
		out = append(out, s)
	}
	return out
}

func TestNoMarkBeginsALine(t *testing.T) {
	for _, mark := range "，。、；：？！）》〉」』】〕〗］”’…—～·％‰℃,.;:?!)]}%" {
		got := lay("国家机关办"+string(mark)+"事", plainStyle, 5)
		want := "国家机关|办" + string(mark) + "事"
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", mark, got, want)
		}
	}
}

func TestNoMarkEndsALine(t *testing.T) {
	for _, mark := range "（《〈「『【〔〖［“‘￥([{$№" {
		got := lay("国家机关"+string(mark)+"办事", plainStyle, 5)
		want := "国家机关|" + string(mark) + "办事"
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", mark, got, want)
		}
	}
}

func TestBreak(t *testing.T) {
	tests := []struct {
		name, text string
		ems        float64
		want       string
	}{
		{"empty", "", 5, ""},
		{"one character", "国", 5, "国"},
		{"exactly full", "国家机关办", 5, "国家机关办"},
		{"plain Han", "国家机关办事", 5, "国家机关办|事"},
		{"dash not torn nor at the start", "国家机关——办事", 5, "国家机|关——办事"},
		{"ellipsis not torn", "国家机关……办事", 5, "国家机|关……办事"},
		{"dash after a word", "甲乙丙丁戊——己", 6, "甲乙丙丁|戊——己"},
		{"nested closing marks", "关于《意见》”），办", 8, "关于《意|见》”），办"},
		{"nested opening marks", "国家机关（“《办法", 7, "国家机关|（“《办法"},
		{"closing then opening may part", "国家”“办法", 3, "国家”|“办法"},
		{"dot of a name ends a line", "甲乙马克·吐温", 5, "甲乙马克·|吐温"},
		{"dot of a name begins none", "甲乙丙马克·吐温", 5, "甲乙丙马|克·吐温"},
		{"wave ends a line", "甲乙周一～周五", 5, "甲乙周一～|周五"},
		{"number and per cent", "甲乙丙丁15%戊", 5, "甲乙丙丁|15%戊"},
		{"range of numbers", "甲乙15%～30%戊", 5, "甲乙|15%～30%戊"},
		{"range with a dash", "甲乙丙3—5个", 4, "甲乙丙|3—5个"},
		{"day with a dot", "甲乙丙9·11事", 4, "甲乙丙|9·11事"},
		{"thousands", "甲乙丙1,234.5戊", 5, "甲乙丙|1,234.5戊"},
		{"hotline", "甲乙12345市民热线", 4, "甲乙|12345市|民热线"},
		{"date", "甲乙2022年3月3日", 4, "甲乙|2022年|3月3日"},
		{"sums with two units", "甲乙丙丁12万元戊", 6, "甲乙丙丁|12万元戊"},
		{"square metres", "甲乙丙丁120㎡戊", 6, "甲乙丙丁|120㎡戊"},
		{"full-width figures", "甲乙丙２０２２年", 6, "甲乙丙|２０２２年"},
		{"Latin word", "甲乙丙丁Wi-Fi戊", 5, "甲乙丙丁|Wi-Fi戊"},
		{"English", "The quick brown fox", 5, "The quick |brown fox"},
		{"apostrophe", "甲 don’t go", 4, "甲 |don’t |go"},
		{"straight quotes", `甲乙丙"丁戊"己`, 4, `甲乙|丙"丁|戊"己`},
		{"quoted English", `say "yes" twice`, 4, `say |"yes" |twice`},
		{"mail address whole", "甲乙信箱a.b@gov.cn寄", 6, "甲乙信箱|a.b@gov.cn寄"},
		{"address cut without tearing marks", "见http://a.cn/bc/def。", 6, "见http://a.c+|n/bc/def。"},
		{"word longer than a line", "甲abcdefghijklm", 5, "甲abcdefgh+|ijklm"},
		{"no choice but to tear marks", "甲！！！！！！", 4, "甲！！！!|！！！"},
		{"blanks at the end hang", "国家机关办  事", 5, "国家机关办  |事"},
		{"blank before a closing mark", "国家机关办 ，事", 5, "国家机关|办 ，事"},
		{"blank after an opening mark", "国家机（ 办事", 5, "国家机|（ 办事"},
		{"no-break space", "甲乙丙 丁\u00A0戊己", 4, "甲乙丙 |丁\u00A0戊己"},
		{"wide blank", "甲乙丙丁　戊", 4, "甲乙丙丁　|戊"},
		{"leading blanks stay", "　　甲乙丙", 4, "　　甲乙|丙"},
		{"line end inside", "甲乙\n丙", 4, "甲乙\n|丙"},
		{"line end at the end", "甲乙\n", 4, "甲乙\n|"},
		{"line ends of other systems", "甲\r\n乙\r丙\u2028丁", 4, "甲\r\n|乙\r|丙\u2028|丁"},
		{"rare planes", "𠮷𬀩䶮𠮷𬀩䶮", 4, "𠮷𬀩䶮𠮷|𬀩䶮"},
		{"separator", "甲乙公里/小时", 5, "甲乙公|里/小时"},
	}
	for _, tt := range tests {
		if got := strings.Join(lay(tt.text, plainStyle, tt.ems), "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestClustersAreNotTorn(t *testing.T) {
	for _, cluster := range []string{"e\u0301", "👨\u200D👩\u200D👧", "葛\U000E0100", "🇨🇳", "1\uFE0F\u20E3", "か\u3099", "각"} {
		text := "甲乙丙" + cluster + cluster + cluster + "丁"
		for ems := 1.0; ems < 8; ems += 0.5 {
			for _, s := range lay(text, plainStyle, ems) {
				s = strings.TrimRight(s, "+!")
				if rest := strings.Trim(strings.ReplaceAll(s, cluster, ""), "甲乙丙丁"); rest != "" {
					t.Errorf("%q at %v ems: %q tears it", cluster, ems, s)
				}
			}
		}
	}
}

func TestIndents(t *testing.T) {
	style := Style{Indent: 2 * Full, Hang: Full}
	lines := Break("国家机关办理政务", style, 5*Full, Grid{})
	if len(lines) != 3 || lines[0].To != 3 || lines[1].To != 7 {
		t.Fatalf("lines end at %+v", lines)
	}
	if lines[0].Indent != 2*Full || lines[1].Indent != Full {
		t.Errorf("indents %v and %v", lines[0].Indent.Float(), lines[1].Indent.Float())
	}
	narrow := Break("“国家”机", style, 4*Full, Grid{})
	if narrow[0].To != 2 || narrow[1].To != 5 {
		t.Errorf("narrow: %+v", narrow)
	}
	tight := Break("《国》", Style{Indent: 2 * Full}, 3*Full, Grid{})
	if len(tight) != 1 || tight[0].Indent != 0 {
		t.Errorf("the indent did not give way: %+v", tight)
	}
}

func TestOverfull(t *testing.T) {
	lines := Break("国a", Style{}, Ems(0.75), Grid{})
	if len(lines) != 2 || !lines[0].Overfull || lines[1].Overfull {
		t.Errorf("%+v", lines)
	}
}

func TestAlign(t *testing.T) {
	for align, want := range map[Align]Em{Left: 0, Justify: 0, Center: Full, Right: 2 * Full} {
		l := Break("国家", Style{Align: align}, 4*Full, Grid{})[0]
		if l.Indent != want || l.Width != 2*Full {
			t.Errorf("align %d: indent %v, width %v", align, l.Indent.Float(), l.Width.Float())
		}
	}
}

func TestSize(t *testing.T) {
	lines := Break("国家机关", Style{Size: 2 * Full, Indent: Full}, 6*Full, Grid{})
	if len(lines) != 2 || lines[0].Indent != 2*Full || lines[0].Width != 4*Full || lines[1].Width != 4*Full {
		t.Errorf("%+v", lines)
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("今年以来，中心“开设”延时窗口12个——共3.5%。", uint8(10), uint8(0))
	f.Add("（《“办法”》）a.b@gov.cn，！！！！！！\n\t e\u0301👨\u200D👩 ", uint8(7), uint8(77))
	f.Add("\xff国\xc0\r\n\r\u3000　　(", uint8(1), uint8(255))
	f.Fuzz(func(t *testing.T, text string, halves, options uint8) {
		style, width := fuzzStyle(options), Em(halves%90)*Full/2
		lines := Break(text, style, width, Grid{})
		checkCover(t, text, lines)
		for i, l := range lines {
			if l.Indent+l.Width > max(width, 0) && !l.Overfull && l.Width > 0 {
				t.Errorf("line %d is %v wide of %v", i, (l.Indent + l.Width).Float(), width.Float())
			}
		}
		checkMarks(t, text, lines)
		checkCells(t, NewParagraph(text, style, width, Grid{}))
	})
}

// fuzzStyle makes a style of eight bits.
func fuzzStyle(bits uint8) Style {
	return Style{
		Align:      Align(bits & 3),
		Squeeze:    Squeeze(bits >> 2 & 3 % 3),
		TightMarks: bits&16 != 0,
		KeepUnits:  bits&32 != 0,
		Indent:     Em(bits>>6&1) * 2 * Full,
		Hang:       Em(bits>>7) * Full,
	}
}

// checkCover checks that lines cover the text without gap or overlap.
func checkCover(t *testing.T, text string, lines []Line) {
	t.Helper()
	at, bytes := lines[0].From, 0
	for i, l := range lines {
		if l.From != at || l.start != bytes || l.last < l.From || l.To < l.last {
			t.Fatalf("line %d: %+v does not follow %d", i, l, at)
		}
		at, bytes = l.To, l.end
		for range l.To - l.last {
			_, size := utf8.DecodeRuneInString(text[bytes:])
			bytes += size
		}
		if got := utf8.RuneCountInString(text[l.start:l.end]); got != int(l.last-l.From) {
			t.Fatalf("line %d holds %d runes, want %d", i, got, l.last-l.From)
		}
	}
	if int(at) != utf8.RuneCountInString(text) || lines[0].From != 0 {
		t.Fatalf("lines end at %d of %d", at, utf8.RuneCountInString(text))
	}
}

// Marks of GB/T 15834—2011, 5.1, independent of the table that is tested.
const (
	neverFirst = "，。、；：？！）》〉」』】〕”’…—～·％‰"
	neverLast  = "（《〈「『【〔“‘"
)

// checkMarks checks that no line that turns leaves a mark where it must not
// be, and that a line that does says so.
func checkMarks(t *testing.T, text string, lines []Line) {
	t.Helper()
	runes := []rune(text)
	for i, l := range lines {
		if l.Ending != Wraps && l.Ending != CutsWord {
			continue
		}
		if next := runes[l.To]; strings.ContainsRune(neverFirst, next) {
			t.Errorf("line %d of %q begins with %q", i+1, text, next)
		}
		seen := []rune(strings.TrimRight(string(runes[l.From:l.To]), " \t　"))
		if len(seen) > 0 && strings.ContainsRune(neverLast, seen[len(seen)-1]) {
			t.Errorf("line %d of %q ends with %q", i, text, seen[len(seen)-1])
		}
	}
}

// checkCells checks that the cells of every line cover it in order and end
// where the line says.
func checkCells(t *testing.T, p *Paragraph) {
	t.Helper()
	for n, l := range p.Lines() {
		at, x, end := l.From, l.Indent, l.Indent
		for _, c := range p.Cells(nil, n) {
			if c.From != at || c.To <= c.From || c.Left < x || c.Right < c.Left {
				t.Fatalf("line %d: cell %+v after %d at %v", n, c, at, x.Float())
			}
			at, x = c.To, c.Right
			if traitOf([]rune(c.Text)[0])&space == 0 {
				end = c.Right
			}
		}
		if at != l.End() || end != l.Indent+l.Width && l.Width > 0 {
			t.Fatalf("line %d ends at %d and %v, want %d and %v", n, at, end.Float(), l.End(), (l.Indent + l.Width).Float())
		}
	}
}
