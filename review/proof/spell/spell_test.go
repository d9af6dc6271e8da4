package spell

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

func TestSlips(t *testing.T) {
	for text, want := range map[string]string{
		"各级人民政付要切实加强组织领导。": "各级人民政府要切实加强组织领导。",
		"有关部门按照职责分工附责。":    "有关部门按照职责分工负责。",
		"推动经济高质量发站取得新成效。":  "推动经济高质量发展取得新成效。",
		"会议由市政府副市长主吃召开。":   "会议由市政府副市长主持召开。",
		"各级人民政府要切实加强组织领导。": "各级人民政府要切实加强组织领导。",
		"会议学习了《政付工作报告》。":   "会议学习了《政付工作报告》。",
		"":                "",
		"ABC 123，。；\n\n　": "ABC 123，。；\n\n　",
	} {
		runes := []rune(text)
		for _, s := range shipped.Slips(text) {
			if runes[s.At] != s.Wrong {
				t.Errorf("%s: at %d stands %c, not %c", text, s.At, runes[s.At], s.Wrong)
			}
			runes[s.At] = s.Right
		}
		if got := string(runes); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestNamesAndTitlesAreLeftAlone(t *testing.T) {
	for _, text := range []string{"学习《纲要》全文", "王晓明同志到会", "市长李明主持会议。"} {
		may := open(text)
		for i, r := range []rune(text) {
			masked := strings.ContainsRune("纲要王晓明李", r)
			if han := r != '《' && r != '》' && r != '。'; may[i] != (han && !masked) {
				t.Errorf("%s: %c may be a slip: %v", text, r, may[i])
			}
		}
	}
}

func TestSpellerWithoutAModelFindsNothing(t *testing.T) {
	s := New(fstest.MapFS{})
	if err := s.Load(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("load: %v", err)
	}
	if found := s.Slips("各级人民政付"); found != nil {
		t.Errorf("found %v", found)
	}
}

func TestFilesThatAreNoModel(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":     nil,
		"other":     []byte(strings.Repeat("x", 100)),
		"cut short": []byte(magic + "\x02\x00\x00\x00\x06\x00\x00\x00\x00"),
		"full":      []byte(magic + "\x01\x00\x00\x00\x03\x00\x00\x00" + strings.Repeat("\x01", 8+3)),
		"no size":   []byte(magic + "\x00\x00\x00\x00\x00\x00\x00\x00"),
	} {
		if _, err := readModel(data); !errors.Is(err, ErrModel) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string]string{"empty": "", "cut short": judgeMagic + "\x00\x00\x00\x00\x00\x00\x00\x00\x00"} {
		if _, err := readJudge([]byte(data)); !errors.Is(err, ErrModel) {
			t.Errorf("judge, %s: %v", name, err)
		}
	}
	m := smallModel()
	if _, err := readCharacters("行 hang,xing\n", m); !errors.Is(err, ErrModel) {
		t.Errorf("characters: %v", err)
	}
}

func smallModel() *Model {
	return NewModel([]rune{0, '甲', '乙', '丙'}, []float64{0, 5, 3, 2},
		map[Sequence]float64{SequenceOf([]uint16{1, 2}): 3, SequenceOf([]uint16{1, 2, 3}): 2})
}

func TestModelIsReadAsWritten(t *testing.T) {
	var first, again bytes.Buffer
	if err := smallModel().Write(&first); err != nil {
		t.Fatal(err)
	}
	m, err := readModel(first.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Write(&again); err != nil || !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Errorf("written again it differs (%v)", err)
	}
	if seen, unseen := m.chance([]uint16{1, 2}), m.chance([]uint16{2, 1}); seen <= unseen {
		t.Errorf("what was seen has chance %f, what was not %f", seen, unseen)
	}
}

// TestTableKnowsWhatWasPut fills a table nearly up.
func TestTableKnowsWhatWasPut(t *testing.T) {
	tab := newTable(1000)
	for id := range uint16(950) {
		tab.put(SequenceOf([]uint16{id, id + 1}), float64(1+id%7))
	}
	strangers := 0
	for id := range uint16(950) {
		if got, want := tab.level(SequenceOf([]uint16{id, id + 1})), int(levelOf(float64(1+id%7))); got != want {
			t.Errorf("%d: level %d, not %d", id, got, want)
		}
		strangers += min(1, tab.level(SequenceOf([]uint16{id, id + 2})))
	}
	if strangers > 3 {
		t.Errorf("%d sequences that were never put are known", strangers)
	}
}

func TestSyllablesThatSoundNear(t *testing.T) {
	for syllable, want := range map[string]string{"zhao": "zao jao", "ma": "", "lin": "ling liang nin ning niang rin ring riang"} {
		if got := strings.Join(nearTo(syllable), " "); got != want {
			t.Errorf("%s: %s, want %s", syllable, got, want)
		}
	}
}

func TestSeveralAtATime(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if n := len(shipped.Slips("各级人民政付要切实加强组织领导。")); n != 1 {
				t.Errorf("%d slips", n)
			}
		})
	}
	all.Wait()
}

func FuzzSlips(f *testing.F) {
	f.Add("各级人民政付要切实加强组织领导。")
	f.Add("《《》\xff一二三同志，王")
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		last := -1
		for _, s := range shipped.Slips(text) {
			if s.At <= last || s.At >= len(runes) || runes[s.At] != s.Wrong || s.Right == s.Wrong {
				t.Fatalf("%q: %+v", text, s)
			}
			last = s.At
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if err := New(shipped.files).Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestWordsThatSoundAlike(t *testing.T) {
	if err := shipped.Load(); err != nil {
		t.Fatal(err)
	}
	for written, meant := range map[string]string{"形式": "行使", "公示": "攻势", "权利": "全力"} {
		two := []rune(written)
		var heard []string
		for _, w := range shipped.chars.words(two[0], two[1]) {
			heard = append(heard, string([]rune{w[0].rune, w[1].rune}))
		}
		if !slices.Contains(heard, meant) {
			t.Errorf("%s: %v, not %s", written, heard, meant)
		}
	}
}
