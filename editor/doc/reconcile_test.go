package doc

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const (
	alpha = "今年以来，中心开设延时窗口12个，办理事项3400件。"
	beta  = "二季度群众满意率达到百分之九十八，投诉下降。"
	gamma = "下一步将把延时服务推广到各街镇便民点。"
	delta = "会议强调，要坚持问题导向，补齐短板弱项。"
)

func TestReconcile(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  string // ids in order; "+" for a new one
	}{
		{"same", []string{alpha, beta, gamma}, "A B C"},
		{"edited", []string{alpha, strings.Replace(beta, "九十八", "九十九", 1), gamma}, "A B C"},
		{"moved", []string{gamma, alpha, beta}, "C A B"},
		{"moved and edited", []string{gamma + "同时做好宣传。", alpha, beta}, "C A B"},
		{"inserted", []string{alpha, delta, beta, gamma}, "A + B C"},
		{"deleted", []string{alpha, gamma}, "A C"},
		{"split", []string{alpha, beta[:len(beta)*2/3], beta[len(beta)*2/3:], gamma}, "A B + C"},
		{"merged", []string{alpha + beta, gamma}, "A C"},
		{"rewritten in place", []string{alpha, delta, gamma}, "A B C"},
		{"first rewritten in place", []string{delta, beta, gamma}, "A B C"},
		{"last rewritten in place", []string{alpha, beta, delta}, "A B C"},
		{"copied", []string{alpha, alpha, beta, gamma}, "A + B C"},
		{"all gone", nil, ""},
		{"all new", []string{delta, "完全不同的另一段话", "还有一段"}, "+ + +"},
	}
	old := []Paragraph{{"A", BodyText, alpha}, {"B", BodyText, beta}, {"C", BodyText, gamma}}
	for _, tt := range tests {
		got := Reconcile(old, tt.texts)
		if ids := idLine(old, got); ids != tt.want {
			t.Errorf("%s: ids %q, want %q", tt.name, ids, tt.want)
		}
		checkReconciled(t, tt.texts, got)
	}
}

func TestReconcileKeepsALevelGivenByHand(t *testing.T) {
	old := []Paragraph{{"A", Level2, "没有编号的小标题"}, {"B", BodyText, "一是抓落实，全面推进各项工作"}}
	got := Reconcile(old, []string{"没有编号的小标题二", "一、抓落实，全面推进各项工作"})
	if got[0].ID != "A" || got[0].Level != Level2 {
		t.Errorf("edited without numbering: %+v, want A still at level 2", got[0])
	}
	if got[1].ID != "B" || got[1].Level != Level1 {
		t.Errorf("numbered since: %+v, want B at level 1", got[1])
	}
}

func TestReconcileLeavesTheOldAlone(t *testing.T) {
	old := []Paragraph{{"A", BodyText, alpha}, {"B", BodyText, beta}}
	kept := slices.Clone(old)
	Reconcile(old, []string{beta + "增", alpha})
	if !slices.Equal(old, kept) {
		t.Errorf("the old paragraphs became %+v", old)
	}
}

func TestReconcileOfAReplacedBodyIsQuick(t *testing.T) {
	var old []Paragraph
	var texts []string
	for i := range 2 * alikeLimit {
		old = append(old, NewParagraph(fmt.Sprintf("旧文第%d段", i)))
		texts = append(texts, fmt.Sprintf("新文第%d段", i))
	}
	checkReconciled(t, texts, Reconcile(old, texts))
}

func FuzzReconcile(f *testing.F) {
	f.Add(alpha+"\n"+beta, beta+"\n"+alpha)
	f.Add("", "\n\n")
	f.Add("一\n一\n一", "一\n一")
	f.Fuzz(func(t *testing.T, before, after string) {
		var old []Paragraph
		for _, s := range strings.Split(before, "\n") {
			old = append(old, NewParagraph(s))
		}
		texts := strings.Split(after, "\n")
		checkReconciled(t, texts, Reconcile(old, texts))
	})
}

// checkReconciled holds for every input: the texts are those given, the ids
// differ.
func checkReconciled(t *testing.T, texts []string, got []Paragraph) {
	t.Helper()
	if out := (Article{Body: got}).Texts(); !slices.Equal(out, texts) {
		t.Errorf("texts %q, want %q", out, texts)
	}
	seen := map[ParagraphID]bool{}
	for _, p := range got {
		if p.ID == "" || seen[p.ID] {
			t.Errorf("id %q is empty or twice in %+v", p.ID, got)
		}
		seen[p.ID] = true
	}
}

// idLine names the ids of got that are old, and writes "+" for the others.
func idLine(old, got []Paragraph) string {
	ids := make([]string, len(got))
	for i, p := range got {
		ids[i] = "+"
		if slices.ContainsFunc(old, func(o Paragraph) bool { return o.ID == p.ID }) {
			ids[i] = string(p.ID)
		}
	}
	return strings.Join(ids, " ")
}
