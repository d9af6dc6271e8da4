// Command make makes what the speller knows. It owns how the training texts are
// counted and how the judge is fitted; it does not fetch them.
//
//	go run ./review/proof/spell/make count -text laws.txt -leave-out odw.train -hold-back held.txt ... -out model.bin
//	go run ./review/proof/spell/make fit -files assets/spell -documents 'official/*.txt' -text held.txt -leave-out odw.train
//
// Sentences of a file that the speller is measured with are left out of both,
// and so is every line that shares twelve characters in a row with one of them.
package main

import (
	"bufio"
	"flag"
	"io"
	"log"
	"os"
	"strings"
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("say what to do: count or fit")
	}
	var err error
	switch verb := os.Args[1]; verb {
	case "count":
		err = count(os.Args[2:])
	case "fit":
		err = fit(os.Args[2:])
	default:
		log.Fatalf("%s: say count or fit", verb)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// count writes the model.
func count(args []string) error {
	f := flag.NewFlagSet("count", flag.ExitOnError)
	text := f.String("text", "", "the training text, a provision a line")
	without := f.String("leave-out", "", "sentences to keep out of the training")
	held := f.String("hold-back", "held.txt", "where the lines go that the judge is fitted with, not counted")
	words := f.String("words", "", "word numbers of the language model of SunPinyin: number, word")
	grams := f.String("grams", "", "that language model as tslminfo -p -v prints it")
	weight := f.Float64("weight", 2, "how many words its text has for each character of the training text")
	core := f.String("smartcn", "", "folder of coredict.mem and bigramdict.mem")
	times := f.Float64("times", 3, "how many times each word of these counts")
	least := f.Float64("least", 2, "how often a sequence of three or more must stand to be kept")
	out := f.String("out", "model.bin", "where the model goes")
	if err := f.Parse(args); err != nil {
		return err
	}
	lines, err := trainingText(*text, *without, *held)
	if err != nil {
		return err
	}
	c := newCounter(lines)
	c.text(lines)
	if err := c.sunpinyin(*words, *grams, *weight); err != nil {
		return err
	}
	if err := c.smartcn(*core, *times); err != nil {
		return err
	}
	return writeTo(*out, c.model(*least).Write)
}

// trainingText returns the lines to count and writes those held back.
func trainingText(text, without, held string) ([]string, error) {
	lines, err := linesOf(text)
	if err != nil {
		return nil, err
	}
	measured, err := linesOf(without)
	if err != nil {
		return nil, err
	}
	far := leaveOut(lines, measured)
	kept, back := holdBack(far)
	log.Printf("%d lines, %d left out, %d held back", len(lines), len(lines)-len(far), len(back))
	return kept, os.WriteFile(held, []byte(strings.Join(back, "\n")), 0o644)
}

func linesOf(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n"), nil
}

func writeTo(path string, write func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(file)
	if err := write(buffer); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return err
	}
	return file.Close()
}
