package docx

import (
	"encoding/xml"
	"path"
	"strings"
	"time"
)

// comment is one of the comments part.
type comment struct {
	Mark
	id, parent, text string
	done             bool
}

// commentsPart and threadsPart are what is read of the two parts.
type commentsPart struct {
	Comments []struct {
		ID         string `xml:"id,attr"`
		Author     string `xml:"author,attr"`
		Date       string `xml:"date,attr"`
		Paragraphs []struct {
			ID   string `xml:"paraId,attr"`
			Runs []struct {
				Content []struct {
					XMLName xml.Name
					Text    string `xml:",chardata"`
				} `xml:",any"`
			} `xml:"r"`
		} `xml:"p"`
	} `xml:"comment"`
}

type threadsPart struct {
	Threads []struct {
		Paragraph string `xml:"paraId,attr"`
		Parent    string `xml:"paraIdParent,attr"`
		Done      string `xml:"done,attr"`
	} `xml:"commentEx"`
}

// comments reads the comments and, from a part of its own, which answers which.
func (f *file) comments() ([]comment, error) {
	var read commentsPart
	if err := f.related("/comments", &read); err != nil {
		return nil, err
	}
	var threads threadsPart
	if err := f.related("/commentsExtended", &threads); err != nil {
		return nil, err
	}
	byParagraph := map[string]int{}
	var list []comment
	for i, c := range read.Comments {
		one := comment{id: c.ID, Mark: Mark{Author: c.Author}}
		one.At, _ = time.Parse(time.RFC3339, c.Date) // zero where the file says none
		var lines []string
		for _, p := range c.Paragraphs {
			line := ""
			for _, r := range p.Runs {
				for _, c := range r.Content {
					line += said(c.XMLName.Local, c.Text)
				}
			}
			lines = append(lines, line)
			byParagraph[p.ID] = i
		}
		one.text = strings.Join(lines, "\n")
		list = append(list, one)
	}
	for _, t := range threads.Threads {
		i, known := byParagraph[t.Paragraph]
		parent, answers := byParagraph[t.Parent]
		if !known {
			continue
		}
		list[i].done = t.Done == "1" || t.Done == "true"
		if t.Parent != "" && answers && parent != i {
			list[i].parent = list[parent].id
		}
	}
	return list, nil
}

// said is the text of one element of a run.
func said(name, text string) string {
	switch name {
	case "t":
		return text
	case "br", "cr":
		return "\n"
	case "tab":
		return "\t"
	}
	return ""
}

// related reads the part that a relation of the document leads to, if there is
// one.
func (f *file) related(kind string, into any) error {
	folder, base := path.Split(f.document)
	relations := folder + "_rels/" + base + ".rels"
	if f.entries[strings.ToLower(relations)] == nil {
		return nil
	}
	targets, err := f.targets(relations, folder, kind)
	if err != nil || len(targets) == 0 {
		return err
	}
	data, err := f.read(targets[0])
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(data, into); err != nil {
		return damaged(targets[0], err)
	}
	return nil
}

// note remembers what the file holds beside words.
func (s *story) note(e xml.StartElement) {
	switch e.Name.Local {
	case "numId":
		if id := attribute(e, "val"); id != "" && id != "0" && s.parent(0) == "numPr" {
			s.missing[MissingNumbers] = true
		}
	case "footnoteReference", "endnoteReference":
		s.missing[MissingNotes] = true
	case "blip", "imagedata":
		s.missing[MissingPictures] = true
	}
}
