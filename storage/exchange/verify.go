package exchange

import (
	"encoding/xml"
	"errors"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/dossier"
	"jianbao/storage/exchange/pdfread"
)

// Verified says what a sound archive package holds.
type Verified struct {
	Name     string   `json:"name"` // of the series, with the numbers
	TextHash doc.Hash `json:"text"`
	SignOffs int      `json:"signoffs"`
	Signed   int      `json:"signatures"` // sign-offs that have a signature
	Events   int      `json:"events"`
	Head     doc.Hash `json:"head"` // of the chain of events when it was made
	Members  []string `json:"members"`
}

// VerifyArchive reads an archive package and proves it: every member has its
// hash, all copies of the text say the same, character by character, that text
// has the hash that was signed, the 发文稿纸 says what the metadata does, and every
// signature is that of its key on what it says.
// Whoever can write the file can write all of that anew: against him stands the
// head of the chain, kept elsewhere. A non-nil error is an *Error.
func VerifyArchive(data []byte) (Verified, error) {
	members, err := dossier.Read(data)
	if err != nil {
		return Verified{}, unsound(err)
	}
	files := map[string][]byte{}
	v := Verified{}
	for _, m := range members {
		files[m.Name] = m.Data
		v.Members = append(v.Members, m.Name)
	}
	for _, name := range []string{memberPDF, memberOFD, memberTXT, memberText, memberSlip, memberMeta} {
		if _, ok := files[name]; !ok {
			return Verified{}, failure(CodeArchiveMissing, nil, "name", name)
		}
	}
	m, b, err := described(files)
	if err != nil {
		return Verified{}, err
	}
	if err := sameCopies(files, m, b); err != nil {
		return Verified{}, err
	}
	if v.Signed, err = sameProofs(files, m); err != nil {
		return Verified{}, err
	}
	v.Name, v.TextHash, v.SignOffs, v.Events, v.Head = BaseName(b, ""), m.Text.SHA256, len(m.SignOffs), len(m.Events), m.Chain.Head
	return v, nil
}

// unsound gives what is wrong with the file itself the code people are told.
func unsound(err error) error {
	var f *dossier.Fault
	if !errors.As(err, &f) || errors.Is(err, dossier.ErrTooBig) {
		return failure(CodeArchiveNone, err)
	}
	code := CodeArchiveHash
	switch {
	case errors.Is(err, dossier.ErrMissing):
		code = CodeArchiveMissing
	case errors.Is(err, dossier.ErrExtra), errors.Is(err, dossier.ErrName):
		code = CodeArchiveExtra
	}
	return failure(code, err, "name", f.Member)
}

// described reads metadata and text, and that they belong together.
func described(files map[string][]byte) (m metadata, b doc.Bulletin, err error) {
	if err := xml.Unmarshal(files[memberMeta], &m); err != nil || m.Version != metadataVersion {
		return m, b, failure(CodeArchiveText, err, "name", memberMeta)
	}
	if b, err = doc.Decode(files[memberText]); err != nil {
		return m, b, failure(CodeArchiveText, err, "name", memberText)
	}
	hash, err := doc.TextHash(b)
	number := doc.Number{Year: m.Year, Issue: m.Issue, Total: m.Total}
	if err != nil || hash != m.Text.SHA256 || number != b.Masthead.Number {
		return m, b, failure(CodeArchiveText, err, "name", memberText)
	}
	return m, b, nil
}

// sameCopies holds every member that people read against the text.
func sameCopies(files map[string][]byte, m metadata, b doc.Bulletin) error {
	j := &job{bulletin: b, meta: Meta{Final: true}}
	for _, c := range copies {
		codec := known[c.format]
		got, err := codec.read(files[c.name], j.meta)
		if err != nil {
			return failure(CodeArchiveText, err, "name", c.name)
		}
		want := wantedLines(c.format, b)
		if _, differs := firstDifference(want, withoutMargins(got.lines, want, codec.margins)); differs {
			return failure(CodeArchiveText, nil, "name", c.name)
		}
	}
	slip, err := pdfread.Read(files[memberSlip])
	if err != nil {
		return failure(CodeArchiveText, err, "name", memberSlip)
	}
	if _, differs := firstDifference(m.Slip, slip.Blocks); differs {
		return failure(CodeArchiveText, nil, "name", memberSlip)
	}
	return nil
}

// wantedLines are the lines that a final copy of b has in a format. Those of
// pages are without what only a page has, which asks for fonts.
func wantedLines(f Format, b doc.Bulletin) []string {
	if f.Paged() {
		return pagedLines(b)
	}
	return known[f].expect(&job{bulletin: b}).lines
}
