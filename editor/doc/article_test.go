package doc

import "testing"

func TestLevelOf(t *testing.T) {
	tests := []struct {
		text string
		want Level
	}{
		{"一、主要做法", Level1},
		{"二十三、其他", Level1},
		{"一是加强领导", BodyText},
		{"（一）错峰排班", Level2},
		{"(十二)半角括号也算", Level2},
		{"1.第一项", Level3},
		{"12．全角点", Level3},
		{"1.", Level3},
		{"1.5万人参加", BodyText},
		{"2022.3", BodyText},
		{"（1）小项", Level4},
		{"(12)小项", Level4},
		{"（2022）", BodyText},
		{"今年以来，一、二季度", BodyText},
		{"", BodyText},
	}
	for _, tt := range tests {
		if got := LevelOf(tt.text); got != tt.want {
			t.Errorf("LevelOf(%q) = %d, want %d", tt.text, got, tt.want)
		}
		if p := NewParagraph(tt.text); p.Level != tt.want || p.Text != tt.text || p.ID == "" {
			t.Errorf("NewParagraph(%q) = %+v", tt.text, p)
		}
	}
}

func TestIDsDiffer(t *testing.T) {
	seen := map[ParagraphID]bool{}
	for range 1000 {
		id := NewParagraph("").ID
		if seen[id] {
			t.Fatalf("id %s made twice", id)
		}
		seen[id] = true
	}
}
