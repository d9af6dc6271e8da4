package main

import (
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"jianbao/review/proof/spell"
)

func TestLinesNearToWhatIsMeasuredAreLeftOut(t *testing.T) {
	measured := []string{"1\t各级人民政付要切实加强组织领导工作。\t各级人民政府要切实加强组织领导工作。"}
	lines := []string{
		"第三条　各级人民政府要切实加强组织领导工作，落实责任。", // shares more than twelve characters
		"第四条　各级人民政府要加强组织领导工作。",        // shares fewer
		"各级人民政付要切实加强组织领导工作。",          // is one of them
	}
	if got := leaveOut(lines, measured); !slices.Equal(got, lines[1:2]) {
		t.Errorf("kept %q", got)
	}
}

func TestBlocksAreHeldBack(t *testing.T) {
	kept, held := holdBack(make([]string, 20000))
	if len(held) != 400 || len(kept)+len(held) != 20000 {
		t.Errorf("%d kept, %d held back", len(kept), len(held))
	}
}

func TestPairsAreFoundByTheirHashes(t *testing.T) {
	words := []coreWord{{[]rune("我国"), 5}, {[]rune("经济"), 4}, {[]rune("的"), 9}}
	pairs := pairCounts{hash(hashStart, []rune("我国@经济")): 3, hash(hashStart, []rune("的@无")): 2}
	found := map[string]int32{}
	pairs.each(words, func(a, b []rune, count int32) { found[string(a)+" "+string(b)] = count })
	if len(found) != 1 || found["我国 经济"] != 3 {
		t.Errorf("found %v", found)
	}
}

func TestCharactersByTheirPlace(t *testing.T) {
	for place, want := range map[int]rune{15 * 94: '啊', 15*94 + 1: '阿'} {
		if got, err := character(place); err != nil || got != want {
			t.Errorf("place %d: %c, %v; want %c", place, got, err, want)
		}
	}
}

func TestPlantedSlips(t *testing.T) {
	trainee, err := spell.NewTrainee(os.DirFS("../../../../assets/spell"))
	if err != nil {
		t.Fatal(err)
	}
	p := planter{trainee, rand.New(rand.NewPCG(5, 6))}
	const sentence = "2026年，各级人民政府要切实加强组织领导。"
	meant := []rune(sentence)
	for range 200 {
		written := []rune(p.plant(sentence))
		slips := 0
		for i, r := range written {
			if r == meant[i] {
				continue
			}
			slips++
			if spell.Fold(meant[i]) != meant[i] || meant[i] == '，' || meant[i] == '。' {
				t.Fatalf("%s: %c is no Chinese character", string(written), meant[i])
			}
		}
		if len(written) != len(meant) || slips == 0 || slips > 8 {
			t.Fatalf("%s: %d slips", string(written), slips)
		}
	}
}
