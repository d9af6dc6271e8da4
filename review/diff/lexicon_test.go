package diff

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"
)

// withWords compares with the lexicon that ships with the program.
var withWords = Comparer{Lexicon: NewLexicon(os.DirFS("../../assets/lexicon"), "words.txt")}

// comparers are the two ways to compare; every promise holds for both.
var comparers = []Comparer{{}, withWords}

func cut(l *Lexicon, text string) string {
	tokens := newInterner().tokens(nil, text, span{0, len(text)}, wordEnd)
	(&wordMarker{lexicon: l}).mark(tokens, text)
	var parts []string
	for _, w := range newInterner().words(tokens, text) {
		parts = append(parts, w.at.in(text))
	}
	return strings.Join(parts, "|")
}

func TestWords(t *testing.T) {
	for _, want := range []string{
		"年底|前|力争|完成|任务|。",
		"同比|增长|12.5%|，|位居|全省|前列",
		"会议|研究|部署|防汛|抗旱|工作",
		"依照|第十八条|办理",
		"市|财政局|局长",
		"使用|WPS|软件",
		"",
	} {
		text := strings.ReplaceAll(want, "|", "")
		if got := cut(withWords.Lexicon, text); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := cut(nil, "防汛抗旱"); got != "防|汛|抗|旱" {
		t.Errorf("without a lexicon: %s", got)
	}
}

func TestWordEnds(t *testing.T) {
	for text, want := range map[string][]int{
		"":           {},
		"年底前力争完成任务。": {2, 3, 5, 7, 9, 10},
		"a2 GDP增长5%": nil,
	} {
		got := withWords.Lexicon.WordEnds(text)
		if want != nil && !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
		if n := len(got); n > 0 && got[n-1] != utf8.RuneCountInString(text) {
			t.Errorf("%q: the words end at %d", text, got[n-1])
		}
	}
	if got := (*Lexicon)(nil).WordEnds("任务"); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("without a lexicon: %v", got)
	}
}

func TestLexiconIsSmallAndQuick(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	l := NewLexicon(os.DirFS("../../assets/lexicon"), "words.txt")
	start := time.Now()
	if err := l.Load(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	heap := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) >> 20
	t.Logf("%d words in %v, %d MB of heap", len(l.words), took.Round(time.Millisecond), heap)
	if len(l.words) < 50_000 || heap > 15 {
		t.Errorf("%d words in %d MB; want at least 50000 in at most 15", len(l.words), heap)
	}
}

func TestLexiconThatCannotBeRead(t *testing.T) {
	files := fstest.MapFS{
		"short.txt": {Data: []byte("12 w\n")},
		"heavy.txt": {Data: []byte("99 w 词\n")},
		"kind.txt":  {Data: []byte("9 what 词\n")},
	}
	for _, name := range []string{"short.txt", "heavy.txt", "kind.txt", "missing.txt"} {
		l := NewLexicon(files, name)
		if l.Load() == nil || l.Load() == nil {
			t.Errorf("%s: no error", name)
		}
		if s := (Comparer{Lexicon: l}).Texts("力争完成", "确保完成"); marked(s) != "[-力争-]{+确保+}完成" {
			t.Errorf("%s: %s", name, marked(s))
		}
	}
}

func TestWordsBesideWordsAreInsertions(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"由交通主管部门负责。", "由交通运输主管部门负责。", "由交通{+运输+}主管部门负责。"},
		{"驻外使、领馆认证。", "驻外使领馆认证。", "驻外使[-、-]领馆认证。"},
		{"听取引导。", "听取指引。", "听取[-引导-]{+指引+}。"},
	} {
		if got := marked(withWords.Texts(c.old, c.new)); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
