package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// smartcn adds the words and pairs of words that the Chinese analyser of Apache
// Lucene knows, each so many times.
func (c *counter) smartcn(folder string, times float64) error {
	words, err := readCore(filepath.Join(folder, "coredict.mem"))
	if err != nil {
		return err
	}
	pairs, err := readPairs(filepath.Join(folder, "bigramdict.mem"))
	if err != nil {
		return err
	}
	words = slices.DeleteFunc(words, func(w coreWord) bool { return w.count == 0 })
	for _, w := range words {
		c.spread(float64(w.count)*times, w.runes)
	}
	pairs.each(words, func(a, b []rune, count int32) { c.spread(float64(count)*times, a, b) })
	return nil
}

// coreWord is a word and how often it stands in the text that was counted.
type coreWord struct {
	runes []rune
	count int32
}

// readCore reads the words: lists of what follows a first character, in the
// order of GB 2312, and their counts.
func readCore(path string) ([]coreWord, error) {
	stream, err := openStream(path)
	if err != nil {
		return nil, err
	}
	stream.value() // two indexes that the words do not need
	stream.value()
	ends, _ := stream.value().([]any)
	counts, _ := stream.value().([]any)
	if stream.err != nil || len(ends) != len(counts) {
		return nil, errors.Join(stream.err, fmt.Errorf("%s: %d lists of words, %d of counts", path, len(ends), len(counts)))
	}
	var words []coreWord
	for i := range ends {
		first, err := character(i)
		if err != nil {
			return nil, err
		}
		list, _ := ends[i].([]any)
		numbers, _ := counts[i].([]int32)
		for k, count := range numbers {
			end, _ := list[k].([]uint16)
			word := []rune{first}
			for _, unit := range end {
				word = append(word, rune(unit))
			}
			words = append(words, coreWord{word, count})
		}
	}
	return words, nil
}

// character returns the character at a place of GB 2312, whose rows have 94.
func character(place int) (rune, error) {
	text, err := simplifiedchinese.HZGB2312.NewDecoder().Bytes([]byte{'~', '{', byte(0x21 + place/94), byte(0x21 + place%94)})
	if err != nil {
		return 0, err
	}
	return bytes.Runes(text)[0], nil
}

// pairCounts are the counts of pairs of words by the hash of "one@other".
type pairCounts map[uint64]int32

func readPairs(path string) (pairCounts, error) {
	stream, err := openStream(path)
	if err != nil {
		return nil, err
	}
	hashes, _ := stream.value().([]int64)
	counts, _ := stream.value().([]int32)
	if stream.err != nil || len(hashes) != len(counts) {
		return nil, errors.Join(stream.err, fmt.Errorf("%s: %d hashes, %d counts", path, len(hashes), len(counts)))
	}
	pairs := pairCounts{}
	for i, h := range hashes {
		if h != 0 {
			pairs[uint64(h)] = counts[i]
		}
	}
	return pairs, nil
}

// each calls for every pair of the words that was counted. Since only hashes are
// kept, all pairs are tried.
func (p pairCounts) each(words []coreWord, found func(a, b []rune, count int32)) {
	const filterBits = 24
	filter := make([]uint64, 1<<filterBits/64)
	place := func(h uint64) (word, bit uint64) {
		h >>= 64 - filterBits
		return h / 64, 1 << (h % 64)
	}
	for h := range p {
		word, bit := place(h)
		filter[word] |= bit
	}
	for _, a := range words {
		begun := hash(hash(hashStart, a.runes), []rune{'@'})
		for _, b := range words {
			h := hash(begun, b.runes)
			if word, bit := place(h); filter[word]&bit == 0 {
				continue
			}
			if count := p[h]; count > 0 {
				found(a.runes, b.runes, count)
			}
		}
	}
}

const hashStart = 0xcbf29ce484222325

// hash goes on with a hash of the kind FNV-1a, two bytes a character.
func hash(h uint64, text []rune) uint64 {
	const prime = 1099511628211
	for _, r := range text {
		h = (h ^ uint64(r&0xff)) * prime
		h = (h ^ uint64(r>>8)) * prime
	}
	return h
}
