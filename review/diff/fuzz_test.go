package diff

import (
	"strings"
	"testing"
)

var seeds = []string{
	"",
	"年底前力争完成任务。",
	"年底前确保完成任务。",
	roads + schools + clinics,
	clinics + roads + "城乡义务教育一体化加快推进，新建学校四十二所。\n",
	"一。\r\n二。\r\n\r\n三",
	"坏\xff\xfe字节\xe5\x9b",
	"e\u0301a\u0301o\u0302，👩\u200d👩\u200d👧 🇨🇳🇨🇳🇺🇸 각",
	"葛\U000e0100城区，邉\ufe00。",
	strings.Repeat("好", 40),
	"同比增长12.5%，3个百分点；第18条、第十八条。",
}

// FuzzTexts checks every promise on two unrelated texts.
func FuzzTexts(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)], uint64(i)*0x9e3779b97f4a7c15)
	}
	f.Fuzz(func(t *testing.T, old, new string, mask uint64) {
		for _, c := range comparers {
			s := c.Texts(old, new)
			checkScript(t, old, new, s)
			checkMirror(t, c, old, new, s)
			checkSubset(t, s, mask)
		}
	})
}

// FuzzRevisions checks them on a text and a revision of it: each byte of the
// plan cuts, copies or moves a stretch, so that anchors and moves really occur.
func FuzzRevisions(f *testing.F) {
	for i, s := range seeds {
		f.Add(s+roads+schools+clinics, []byte{byte(i), 0x31, 0x52, 0x83, 0xf4}, uint64(i))
	}
	f.Fuzz(func(t *testing.T, old string, plan []byte, mask uint64) {
		new := revised(old, plan)
		for _, c := range comparers {
			s := c.Texts(old, new)
			checkScript(t, old, new, s)
			checkMirror(t, c, old, new, s)
			checkSubset(t, s, mask)
		}
	})
}

func revised(text string, plan []byte) string {
	for i := 0; i+1 < len(plan) && i < 16 && text != ""; i += 2 {
		from := int(plan[i]) * len(text) / 256
		to := min(len(text), from+1+int(plan[i+1]>>2))
		cut := text[from:to]
		switch plan[i+1] & 3 {
		case 0:
			text = text[:from] + text[to:]
		case 1:
			text = text[:to] + cut + text[to:]
		case 2:
			text = cut + text[:from] + text[to:]
		case 3:
			text = text[:from] + "改\n" + text[to:]
		}
	}
	return text
}

// FuzzNarrow checks the comparison of regions too large for an exact one, in
// which hardly anything is unique.
func FuzzNarrow(f *testing.F) {
	f.Add([]byte("abcabcabd"), uint16(400), uint16(390))
	f.Add([]byte{0}, uint16(900), uint16(300))
	f.Add([]byte("人民"), uint16(2000), uint16(2001))
	f.Add([]byte("s\xba\xba摑"), uint16(2000), uint16(2039)) // once gave a replacement of equal text
	f.Fuzz(func(t *testing.T, pattern []byte, oldLen, newLen uint16) {
		if len(pattern) == 0 {
			return
		}
		old, new := woven(pattern, int(oldLen)%3000, 7), woven(pattern, int(newLen)%3000, 11)
		for _, c := range comparers {
			s := c.Texts(old, new)
			checkScript(t, old, new, s)
			checkMirror(t, c, old, new, s)
		}
	})
}

// woven returns n characters of a small alphabet that repeat in a long rhythm.
func woven(pattern []byte, n, step int) string {
	var b strings.Builder
	for i := range n {
		b.WriteRune('一' + rune(pattern[(i*step+i/97)%len(pattern)]%5))
	}
	return b.String()
}
