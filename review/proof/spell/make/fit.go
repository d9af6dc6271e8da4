package main

import (
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"jianbao/review/proof/spell"
	"jianbao/review/proof/spell/forest"
)

// growth was settled on planted slips.
var growth = forest.Growth{Trees: 250, Leaves: 16, Least: 30, Rate: 0.06, Calm: 2}

// fit writes the judge and prints how it does on documents it was not fitted
// with.
func fit(args []string) error {
	f := flag.NewFlagSet("fit", flag.ExitOnError)
	files := f.String("files", ".", "folder of the model and the table of characters")
	documents := f.String("documents", "", "pattern of documents without slips, of which nothing is in the model")
	held := f.String("text", "", "lines held back when the model was made")
	without := f.String("leave-out", "", "sentences to keep out of the fitting")
	flagged := f.Float64("flagged", 0.01, "the share of right sentences that may be flagged")
	out := f.String("out", "judge.bin", "where the judge goes")
	if err := f.Parse(args); err != nil {
		return err
	}
	trainee, err := spell.NewTrainee(os.DirFS(*files))
	if err != nil {
		return err
	}
	all, err := collect(trainee, *documents, *held, *without)
	if err != nil {
		return err
	}
	judge := &spell.Judge{Trees: grow(all), Least: all.crossed().least(*flagged)}
	return writeTo(*out, judge.Write)
}

// collect plants slips in the documents, several times over, and in every third
// of the lines held back.
func collect(t *spell.Trainee, pattern, held, without string) (samples, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	measured, err := linesOf(without)
	if err != nil {
		return nil, err
	}
	c := collector{planter: planter{t, rand.New(rand.NewPCG(1, 2))}}
	for number, path := range paths {
		lines, err := linesOf(path)
		if err != nil {
			return nil, err
		}
		for _, s := range leaveOut(sentencesOf(lines), measured) {
			c.add(s, number, 4)
		}
	}
	lines, err := linesOf(held)
	if err != nil {
		return nil, err
	}
	for i, s := range sentencesOf(lines) {
		if i%3 == 0 {
			c.add(s, noDocument, 1)
		}
	}
	log.Printf("%d documents, %d sentences with those planted in", len(paths), len(c.samples))
	return c.samples, nil
}

// sentencesOf returns the sentences in lines that are neither very short nor
// very long.
func sentencesOf(lines []string) []string {
	const shortest, longest = 10, 120
	var all []string
	for _, line := range lines {
		for _, s := range strings.FieldsFunc(line, func(r rune) bool { return r == '。' || r == '；' }) {
			s = strings.TrimSpace(s) + "。"
			if n := len([]rune(s)); n >= shortest && n <= longest {
				all = append(all, s)
			}
		}
	}
	return all
}

func grow(s samples) *forest.Forest {
	var rows [][]float32
	var right []bool
	for i := range s {
		for _, c := range s[i].suspects {
			rows = append(rows, c.Signs[:])
			right = append(right, s[i].isRight(c))
		}
	}
	return forest.Grow(rows, right, growth)
}
