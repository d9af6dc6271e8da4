package cli

import (
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"

	"jianbao/review"
)

// signatures is the answer to "signature": the sign-offs of a draft with the
// proof of each, for whoever checks them without this program.
type signatures struct {
	ID     string          `json:"id"`
	Signed []signatureInfo `json:"signatures"`
	Head   headInfo        `json:"head"`
}

// signatureInfo is one sign-off with its proof.
type signatureInfo struct {
	N         int             `json:"n"`
	Role      string          `json:"role"`
	Name      string          `json:"name"`
	Revision  int             `json:"revision"`
	Suite     string          `json:"suite,omitempty"` // "" for one from before there were signatures
	Key       string          `json:"key,omitempty"`   // fingerprint of the public key
	Statement json.RawMessage `json:"statement,omitempty"`
	Files     []string        `json:"files,omitempty"`

	proof *review.Signature
}

// headInfo is the head of the event chain, to be kept off the machine.
type headInfo struct {
	Seq  int64  `json:"seq"`
	Hash string `json:"hash"`
}

func (c *call) head() (headInfo, error) {
	head, err := c.desk.ChainHead(c.ctx)
	return headInfo{head.Seq, string(head.Hash)}, err
}

// showSignatures lists the signatures of a draft and, with --out, writes what
// other programs check them by.
func showSignatures(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	all, err := c.desk.Signatures(c.ctx, f.Draft.ID)
	if err != nil {
		return nil, err
	}
	s := signatures{ID: string(f.Draft.ID), Signed: make([]signatureInfo, len(all))}
	for i, one := range all {
		s.Signed[i] = newSignature(i+1, one)
	}
	if s.Head, err = c.head(); err != nil || !c.in.has("out") {
		return s, err
	}
	return s, s.write(c.folder())
}

func newSignature(n int, s review.Signed) signatureInfo {
	info := signatureInfo{N: n, Role: string(s.Role), Name: s.Name, Revision: s.Revision, proof: s.Signature}
	if s.Signature != nil {
		info.Suite, info.Key, info.Statement = string(s.Statement.Suite), string(s.Statement.Key), s.Signature.Message
	}
	return info
}

// write makes three files a signature: the message, the signature as it is, and
// the public key in PEM.
func (s signatures) write(folder string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fail(err, "cli.folder.unmade", "folder", folder)
	}
	for i := range s.Signed {
		one := &s.Signed[i]
		if one.proof == nil {
			continue
		}
		key := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: one.proof.Public.DER})
		for _, file := range []struct {
			name string
			data []byte
		}{{"message", one.proof.Message}, {"signature", one.proof.Value}, {"public.pem", key}} {
			path := filepath.Join(folder, fmt.Sprintf("%d.%s", one.N, file.name))
			if err := os.WriteFile(path, file.data, 0o666); err != nil {
				return fail(err, "cli.file.unwritten", "file", path)
			}
			one.Files = append(one.Files, path)
		}
	}
	return nil
}

func (s signatures) print(p *page) {
	if len(s.Signed) == 0 {
		p.say("cli.signature.none")
	}
	for _, one := range s.Signed {
		if one.proof == nil {
			p.say("cli.signature.old", "n", one.N, "role", one.Role, "name", one.Name, "rev", one.Revision)
			continue
		}
		p.say("cli.signature.one", "n", one.N, "role", one.Role, "name", one.Name, "rev", one.Revision,
			"suite", p.words.T("term.suite."+one.Suite), "key", one.Key)
		for _, file := range one.Files {
			p.item(file)
		}
	}
	p.say("cli.signature.head", "seq", s.Head.Seq, "hash", s.Head.Hash)
}
