package exchange

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/html"
	"jianbao/storage/exchange/ofd"
	"jianbao/storage/exchange/paged"
	"jianbao/storage/exchange/pdfread"
	"jianbao/storage/exchange/pdftext"
	"jianbao/storage/exchange/text"
	"jianbao/storage/exchange/webpage"
	"jianbao/storage/exchange/worddoc"
)

// MaxForeign is the most that is read of a file from elsewhere, in bytes.
const MaxForeign = 64 << 20

// Foreign is a file from elsewhere, opened: its words as a text file would hold
// them. What kind it is tells its content, never its name.
type Foreign struct {
	Kind    Kind
	Notices []Notice       // what people should know of how it was read
	Review  *docx.Reviewed // of a DOCX: who changed and remarked what

	data []byte       // the words
	full map[int]bool // of a PDF: the lines that reach the right margin
}

// Kind is what a file from elsewhere is.
type Kind string

// The kinds.
const (
	KindTXT  Kind = "TXT"
	KindDOCX Kind = "DOCX"
	KindPDF  Kind = "PDF"
	KindOFD  Kind = "OFD"
	KindHTML Kind = "HTML"
	KindDOC  Kind = "DOC"
)

// Notice is something to know that stops nothing.
type Notice struct {
	Code string
	Args map[string]string
}

// Extensions are the ends of the names of files that Open may be able to read.
func Extensions() []string {
	return []string{".txt", ".text", ".md", ".docx", ".docm", ".pdf", ".ofd", ".html", ".htm", ".doc", ".wps"}
}

// Open reads a file of any kind. The error has a code for people: of this
// package, or of the one that reads the kind.
func Open(ctx context.Context, data []byte) (Foreign, error) {
	if len(data) > MaxForeign {
		const megabyte = 1 << 20
		return Foreign{}, failure(CodeTooLarge, nil, "size", strconv.Itoa((len(data)+megabyte-1)/megabyte), "limit", strconv.Itoa(MaxForeign/megabyte))
	}
	switch {
	case docx.Is(data) && ofd.Is(data):
		return openPaged(KindOFD, data, ofd.Read)
	case docx.Is(data):
		return openDOCX(data)
	case worddoc.Is(data):
		s, err := worddoc.Text(data)
		return foreign(KindDOC, s, Notice{Code: NoticeLegacy}), err
	case pdftext.Is(data):
		return openPDF(ctx, data)
	case webpage.Is(data):
		return openHTML(data)
	}
	s, _, err := text.Decode(data)
	f := foreign(KindTXT, s)
	f.data = data
	return f, err
}

func foreign(kind Kind, words string, notices ...Notice) Foreign {
	return Foreign{Kind: kind, Notices: notices, data: []byte(words)}
}

func openDOCX(data []byte) (Foreign, error) {
	reviewed, err := docx.Review(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Foreign{}, err
	}
	f := foreign(KindDOCX, strings.Join(reviewed.Accepted(), "\n"))
	f.Review = &reviewed
	if reviewed.Changed() {
		f.Notices = append(f.Notices, Notice{NoticeTracked, map[string]string{"names": strings.Join(reviewed.Authors(), "、")}})
	}
	for _, code := range reviewed.Missing() {
		f.Notices = append(f.Notices, Notice{Code: code})
	}
	return f, nil
}

// openPDF reads a file of our own by its tags, which are exact, and any other
// by what stands on its pages.
func openPDF(ctx context.Context, data []byte) (Foreign, error) {
	if f, err := openPaged(KindPDF, data, pdfread.Read); err == nil {
		return f, nil
	}
	read, err := pdftext.Read(ctx, data)
	if err != nil {
		return Foreign{}, err
	}
	f := foreign(KindPDF, read.Lines, Notice{Code: NoticeLines})
	f.full = read.Full
	if len(read.Blank) > 0 {
		f.Notices = append(f.Notices, Notice{NoticeBlank, map[string]string{"pages": numbers(read.Blank)}})
	}
	return f, nil
}

func numbers(list []int) string {
	s := make([]string, len(list))
	for i, n := range list {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, "、")
}

func openHTML(data []byte) (Foreign, error) {
	if f, err := openPaged(KindHTML, data, html.Read); err == nil {
		return f, nil
	}
	s, err := webpage.Text(data)
	return foreign(KindHTML, s), err
}

// openPaged reads a file that this program wrote. Its printed lines are whole.
func openPaged(kind Kind, data []byte, read func([]byte) (paged.Words, error)) (Foreign, error) {
	words, err := read(data)
	if err != nil {
		return Foreign{}, failure(CodeForeign, err, "format", string(kind))
	}
	return foreign(kind, strings.Join(words.Blocks, "\n")), nil
}

// Read recognises the parts of a bulletin in the file. The errors are those of
// text.Read.
func (f Foreign) Read(opts text.Options) (text.Result, error) {
	opts.Full = f.full
	return f.named(text.Read(f.data, opts))
}

// Exact reads the file with every character as it stands there. Only what pages
// did to the text is undone: lines and paragraphs that were cut, and what stands
// on a page but is not of the text.
func (f Foreign) Exact() (text.Result, error) {
	if f.Kind == KindTXT {
		return text.Exact(f.data)
	}
	if f.full == nil {
		return f.named(text.Exact(f.data))
	}
	opts := text.Options{Repair: true, Keep: map[string]bool{}, Full: f.full}
	all, err := text.Read(f.data, opts)
	if err != nil {
		return all, err
	}
	for _, r := range all.Repairs {
		opts.Keep[r.ID] = !r.OfPages()
	}
	return f.named(text.Read(f.data, opts))
}

// named says what was read where an encoding would say it of a text file.
func (f Foreign) named(r text.Result, err error) (text.Result, error) {
	if f.Kind != KindTXT {
		r.Encoding = text.Encoding(f.Kind)
	}
	return r, err
}

// Against returns the lines of a bulletin and those of the file, ready to be
// compared character by character. Where a title turns and empty lines are left
// out where the file has pages, which cannot tell them.
func (f Foreign) Against(b doc.Bulletin) (ours, theirs string, err error) {
	read, err := f.Exact()
	if err != nil {
		return "", "", err
	}
	return f.comparable(b), f.comparable(read.Bulletin), nil
}

func (f Foreign) comparable(b doc.Bulletin) string {
	if f.full != nil {
		b = b.Clone()
		for i := range b.Articles {
			b.Articles[i].Title = b.Articles[i].TitleLine()
		}
	}
	return strings.TrimPrefix(dense("\n"+strings.Join(printed(b), "\n")), "\n")
}
