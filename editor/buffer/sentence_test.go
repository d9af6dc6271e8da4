package buffer

import (
	"reflect"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"会议召开。", "市长讲话！", "为什么？"},
		{"他说：“来了。”", "大家鼓掌。"},
		{"真的吗？！", "真的……", "好"},
		{"（见附件。）", "第二句；", "第三句"},
		{"《通知》发布。』」", "完"},
		{"没有标点"},
		{"增长3.5%，达到1,000元。", "下降2.1%。"},
		{"什么?", "好!\"", "走"},
		{"停。\u0301不停"},
		{},
	} {
		text := strings.Join(want, "")
		b := newBuffer(t, "前一段。\n"+text)
		var got []string
		for s := range b.Sentences(1) {
			got = append(got, b.Slice(s))
			for p := s.From; p != s.To; p = b.Next(p) {
				if b.Sentence(p) != s {
					t.Errorf("at %v stands %v, want %v", p, b.Sentence(p), s)
				}
			}
		}
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q are %q", text, got)
		}
	}
}

func TestSentenceAtEnds(t *testing.T) {
	b := newBuffer(t, "一。二。\n")
	if got := b.Sentence(pos(0, 4)); got != span(0, 2, 0, 4) {
		t.Error("at the end of a paragraph:", got)
	}
	if got := b.Sentence(pos(1, 0)); got != span(1, 0, 1, 0) {
		t.Error("in an empty paragraph:", got)
	}
	for range b.Sentences(0) {
		break
	}
}
