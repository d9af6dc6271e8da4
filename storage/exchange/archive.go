package exchange

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/xml"
	"io"
	"os"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/dossier"
)

// Archive names the package of all files of one issue (一期一件). It is not among
// Formats, for it needs a Record and a final text: ExportArchive writes it.
const Archive Format = "archive"

// The members of an archive package, in their order; the proofs of the
// sign-offs follow.
const (
	memberPDF  = "定稿.pdf"
	memberOFD  = "定稿.ofd"
	memberTXT  = "定稿.txt"
	memberText = "定稿.json"
	memberSlip = "发文稿纸.pdf"
	memberMeta = "元数据.xml"
)

// copies are the members that hold the words of the issue.
var copies = []struct {
	name   string
	format Format
}{{memberPDF, PDF}, {memberOFD, OFD}, {memberTXT, TXT}}

// ExportArchive writes the package of a final text into the folder dir, named by
// its number, and verifies it as VerifyArchive does before it gets its name. The
// same arguments give the same bytes. It returns one result or none; a non-nil
// error is an *Error.
func ExportArchive(ctx context.Context, dir string, b doc.Bulletin, r Record, meta Meta) ([]Result, error) {
	if !meta.Final {
		return nil, failure(CodeArchiveDraft, nil)
	}
	meta.Text = TextStyle{}
	if _, err := exportable(b, []Format{PDF, OFD, TXT}, meta); err != nil {
		return nil, err
	}
	write := func(w io.Writer) error {
		members, err := members(ctx, b, r, meta)
		if err != nil {
			return err
		}
		return dossier.Write(w, members, meta.Created)
	}
	check := func(path string) error {
		data, err := os.ReadFile(path)
		if err != nil {
			return failure(CodeUnread, err)
		}
		_, err = VerifyArchive(data)
		return err
	}
	name := meta.Name
	if name == "" {
		name = BaseName(b, "")
	}
	result, err := Deliver(ctx, dir, SafeName(name+".zip"), write, check)
	if err != nil {
		return nil, err
	}
	result.Format = Archive
	return []Result{result}, nil
}

// members makes the files of a package.
func members(ctx context.Context, b doc.Bulletin, r Record, meta Meta) ([]dossier.Member, error) {
	j := &job{bulletin: b, meta: meta}
	var list []dossier.Member
	for _, c := range copies {
		var out bytes.Buffer
		if err := known[c.format].write(&meter{ctx: ctx, to: &out, sum: sha256.New()}, j); err != nil {
			return nil, err
		}
		list = append(list, dossier.Member{Name: c.name, Data: out.Bytes()})
	}
	text, err := doc.Encode(b)
	if err != nil {
		return nil, err
	}
	var slip bytes.Buffer
	err = writeSlip(&slip, r.Slip, meta)
	if err != nil {
		return nil, err
	}
	described, err := xml.MarshalIndent(newMetadata(b, r), "", "  ")
	if err != nil {
		return nil, err
	}
	list = append(list, dossier.Member{Name: memberText, Data: text}, dossier.Member{Name: memberSlip, Data: slip.Bytes()},
		dossier.Member{Name: memberMeta, Data: []byte(xml.Header + string(described) + "\n")})
	return append(list, proofs(r.Signed)...), nil
}
