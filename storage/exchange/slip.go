package exchange

import (
	"context"
	"io"
	"os"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pdf"
	"jianbao/storage/exchange/pdfread"
)

// ExportSlip writes a sheet that goes with an issue, such as a list of who gets
// how many copies, as a PDF into the folder dir: a title and lines below it, in
// the look of meta.Layout. It is read back like every file. A non-nil error is
// an *Error.
func ExportSlip(ctx context.Context, dir, name string, lines []string, meta Meta) (Result, error) {
	write := func(w io.Writer) error { return writeSlip(w, lines, meta) }
	check := func(path string) error {
		data, err := os.ReadFile(path)
		if err != nil {
			return failure(CodeUnread, err)
		}
		read, err := pdfread.Read(data)
		if err != nil {
			return failure(CodeUnread, err)
		}
		if d, differs := firstDifference(lines, read.Blocks); differs {
			return d.failure()
		}
		return nil
	}
	r, err := Deliver(ctx, dir, SafeName(name+known[PDF].extension), write, check)
	r.Format = PDF
	return r, err
}

func writeSlip(w io.Writer, lines []string, meta Meta) error {
	var blocks []page.Block
	for _, line := range lines {
		blocks = append(blocks, page.Block{Kind: page.Body, Text: line})
	}
	o := page.Options{}
	if len(lines) > 0 {
		blocks[0].Kind, o.Title = page.Title, lines[0]
	}
	d := page.Lay(blocks, meta.Layout.Profile, meta.Layout.Faces, meta.Layout.Words, o)
	return pdf.Write(w, *d, pdf.Options{Created: meta.Created})
}
