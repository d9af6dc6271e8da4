package main

import (
	"bufio"
	"fmt"
	"os"
)

// sunpinyin adds the counts that a language model of words stands for, as if its
// text had as many words as the text here has characters, times a weight.
func (c *counter) sunpinyin(wordFile, gramFile string, weight float64) error {
	words, err := readWords(wordFile)
	if err != nil {
		return err
	}
	file, err := os.Open(gramFile)
	if err != nil {
		return err
	}
	defer file.Close()
	size := 0.0
	for _, n := range c.single {
		size += n
	}
	g := grams{counter: c, words: words, total: size * weight, alone: map[int]float64{}, pair: map[[2]int]float64{}}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		g.line(lines.Text())
	}
	return lines.Err()
}

func readWords(path string) (map[int][]rune, error) {
	lines, err := linesOf(path)
	if err != nil {
		return nil, err
	}
	words := map[int][]rune{}
	for _, line := range lines {
		var number int
		var word string
		if _, err := fmt.Sscanf(line, "%d %s", &number, &word); err == nil {
			words[number] = []rune(word)
		}
	}
	return words, nil
}

// grams turns sequences of words into sequences of characters.
type grams struct {
	*counter
	words map[int][]rune
	total float64
	alone map[int]float64 // chance of a word
	pair  map[[2]int]float64
	size  int // words a line has now
}

// line reads one line: word numbers and a chance, or the heading of a section.
func (g *grams) line(s string) {
	if s[0] == '\\' {
		fmt.Sscanf(s, "\\%d-gram", &g.size)
		return
	}
	var w [3]int
	var p float64
	switch g.size {
	case 1:
		if n, _ := fmt.Sscan(s, &w[0], &p); n == 2 {
			g.alone[w[0]] = p
			g.spread(p*g.total, w[0])
		}
	case 2:
		if n, _ := fmt.Sscan(s, &w[0], &w[1], &p); n == 3 {
			joint := p * g.alone[w[0]]
			g.pair[[2]int{w[0], w[1]}] = joint
			g.spread(joint*g.total, w[0], w[1])
		}
	case 3:
		if n, _ := fmt.Sscan(s, &w[0], &w[1], &w[2], &p); n == 4 {
			g.spread(p*g.pair[[2]int{w[0], w[1]}]*g.total, w[:]...)
		}
	}
}

// spread counts some words, by their numbers, as standing in a row.
func (g *grams) spread(count float64, numbers ...int) {
	var words [][]rune
	for _, n := range numbers {
		words = append(words, g.words[n])
	}
	g.counter.spread(count, words...)
}
