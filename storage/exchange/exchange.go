// Package exchange owns the way of a bulletin into files for other people, and
// of their files back: which formats there are, what a file is called, that it
// arrives whole or not at all, that it says what was signed, and what a file
// from elsewhere is and says. It does not know who may export or when; and how a
// format is built or read is the affair of the packages below it.
package exchange

import (
	"context"
	"io"
	"time"

	"jianbao/editor/doc"
)

// Meta is what the caller knows about an export that the text does not say.
type Meta struct {
	Final   bool      // the text is final; otherwise the file must bear a stamp
	Stamp   string    // of a draft, with its short hash: "送审稿 8f3a·c21e"
	Name    string    // wished file name without extension; empty: BaseName
	Creator string    // for the properties of the file; may be empty
	Created time.Time // for the properties of the file; zero leaves it out
	Layout  *Layout   // for the formats with pages; they cannot be written without
	Text    TextStyle // for TXT
	Marked  *Marking  // for MarkedDOCX, which cannot be written without
}

// Export writes b into the folder dir, one file for each format, and reads each
// one back: a file that does not hold exactly the words of b, line by line, is
// not delivered. It returns a result for every file that is in place, also when
// a later one fails. A non-nil error is an *Error; what doc.Bulletin.Validate
// finds wrong with b comes under the code it has there.
func Export(ctx context.Context, dir string, b doc.Bulletin, formats []Format, meta Meta) ([]Result, error) {
	codecs, err := exportable(b, formats, meta)
	if err != nil {
		return nil, err
	}
	name := meta.Name
	if name == "" {
		name = BaseName(b, meta.Stamp)
	}
	var results []Result
	j := &job{bulletin: b, meta: meta}
	for i, c := range codecs {
		write := func(w io.Writer) error { return c.write(w, j) }
		check := func(path string) error { return readBack(c, path, j) }
		result, err := Deliver(ctx, dir, SafeName(name+c.extension), write, check)
		if err != nil {
			return results, err
		}
		result.Format = formats[i]
		results = append(results, result)
	}
	return results, nil
}

// exportable looks at everything that can be known before the first byte.
func exportable(b doc.Bulletin, formats []Format, meta Meta) ([]codec, error) {
	if meta.Final != (meta.Stamp == "") {
		return nil, failure(CodeStamp, nil)
	}
	if problems := b.Validate(); len(problems) > 0 {
		return nil, &Error{Code: problems[0].Code, Args: problems[0].Args}
	}
	var codecs []codec
	for _, f := range formats {
		c, ok := known[f]
		if !ok {
			return nil, failure(CodeFormat, nil, "format", string(f))
		}
		if c.paged && meta.Layout == nil {
			return nil, failure(CodeLayout, nil, "format", string(f))
		}
		if c.marked && meta.Marked == nil {
			return nil, failure(CodeMarked, nil)
		}
		codecs = append(codecs, c)
	}
	return codecs, nil
}
