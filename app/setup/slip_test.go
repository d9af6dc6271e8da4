package setup

import (
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// The slip says how a text was read and what it was signed in spite of: each in
// a line of its own, and nothing of what was not so.
func TestTheSlipSaysHowATextWasReadAndSigned(t *testing.T) {
	at := time.Date(2026, 3, 3, 9, 0, 0, 0, time.Local)
	text := doc.Hash(strings.Repeat("ab", 32))
	step := review.Event{At: at, Actor: "p1", Action: review.ActStep, Detail: map[string]string{
		"text": string(text), "all": "42", "doubts": "1", "carried": "30", "complete": "true"}}
	sign := review.SignOff{Role: "责编", Person: "p1", Name: "王敏", TextHash: text, At: at.Add(time.Hour), Errors: "原文\n如此", Override: "会后再议"}
	file := &review.File{SignOffs: []review.SignOff{sign}}
	file.Head.TextHash = text
	const stepped = "逐句核：王敏　2026-3-3 09:00　42 / 42 句，其中有问题 1 句、沿用前一稿所核 30 句"
	lines := slipOf(t, file, step)
	for _, want := range []string{stepped, "例外：带着校对错误签字，理由：原文 如此", "例外：带着未了结的批注签字，理由：会后再议"} {
		if !slices.Contains(lines, want) {
			t.Errorf("%q is missing in %q", want, lines)
		}
	}
	for name, change := range map[string]func(*review.Event){
		"another person": func(e *review.Event) { e.Actor = "p2" },
		"another text":   func(e *review.Event) { e.Detail["text"] = "cd" },
		"half of it":     func(e *review.Event) { e.Detail["complete"] = "false" },
		"after signing":  func(e *review.Event) { e.At = at.Add(2 * time.Hour) },
	} {
		e := step
		e.Detail = map[string]string{"text": string(text), "all": "42", "complete": "true"}
		change(&e)
		file.SignOffs[0].Errors = ""
		for _, line := range slipOf(t, file, e) {
			if strings.HasPrefix(line, "逐句核：") || strings.Contains(line, "校对错误") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

func slipOf(t *testing.T, f *review.File, events ...review.Event) []string {
	t.Helper()
	record, err := Record(f, events, review.Event{Hash: doc.Hash(strings.Repeat("0", 64))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return record.Slip
}
