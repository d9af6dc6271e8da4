package docx

import (
	"encoding/xml"
	"fmt"
)

const (
	namespaceWord14 = "http://schemas.microsoft.com/office/word/2010/wordml"
	namespaceWord15 = "http://schemas.microsoft.com/office/word/2012/wordml"
	namespaceMarkup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

type notesPart struct {
	XMLName   xml.Name `xml:"w:comments"`
	Main      string   `xml:"xmlns:w,attr"`
	Word14    string   `xml:"xmlns:w14,attr"`
	Markup    string   `xml:"xmlns:mc,attr"`
	Ignorable string   `xml:"mc:Ignorable,attr"`
	Notes     []note   `xml:"w:comment"`
}

type note struct {
	ID        int    `xml:"w:id,attr"`
	Author    string `xml:"w:author,attr"`
	Date      string `xml:"w:date,attr,omitempty"`
	Initials  string `xml:"w:initials,attr"`
	Paragraph struct {
		ID  string `xml:"w14:paraId,attr"`
		Run plainRun
	} `xml:"w:p"`
}

type notesThreads struct {
	XMLName   xml.Name     `xml:"w15:commentsEx"`
	Word15    string       `xml:"xmlns:w15,attr"`
	Markup    string       `xml:"xmlns:mc,attr"`
	Ignorable string       `xml:"mc:Ignorable,attr"`
	Threads   []noteThread `xml:"w15:commentEx"`
}

type noteThread struct {
	Paragraph string `xml:"w15:paraId,attr"`
	Parent    string `xml:"w15:paraIdParent,attr,omitempty"`
	Done      int    `xml:"w15:done,attr"`
}

// paragraphID names the paragraph of a note, counted from 0.
func paragraphID(note int) string { return fmt.Sprintf("%08X", note+1) }

func commentsOf(notes []Note) notesPart {
	p := notesPart{Main: namespaceMain, Word14: namespaceWord14, Markup: namespaceMarkup, Ignorable: "w14"}
	for i, n := range notes {
		one := note{ID: i, Author: n.Author, Date: dateOf(n.At), Initials: initials(n.Author)}
		one.Paragraph.ID = paragraphID(i)
		one.Paragraph.Run = plainRun{Props: words("").Props, Content: words(n.Text).Content}
		p.Notes = append(p.Notes, one)
	}
	return p
}

func initials(name string) string {
	for _, r := range name {
		return string(r)
	}
	return ""
}

func threadsOf(notes []Note) notesThreads {
	p := notesThreads{Word15: namespaceWord15, Markup: namespaceMarkup, Ignorable: "w15"}
	for i, n := range notes {
		t := noteThread{Paragraph: paragraphID(i)}
		if n.ReplyTo > 0 && n.ReplyTo <= len(notes) {
			t.Parent = paragraphID(n.ReplyTo - 1)
		}
		if n.Done {
			t.Done = 1
		}
		p.Threads = append(p.Threads, t)
	}
	return p
}
