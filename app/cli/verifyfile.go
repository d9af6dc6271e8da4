package cli

import (
	"os"

	"jianbao/storage/exchange"
)

// proved is the answer to "verify FILE": what a sound archive package holds.
type proved struct {
	File string `json:"file"`
	exchange.Verified
}

// verify proves an archive package where its word is a file, and else the
// database, or one draft of it.
func verify(c *call) (result, error) {
	if info, err := os.Stat(c.word(0)); err == nil && !info.IsDir() {
		return c.verifyFile(c.word(0))
	}
	if err := c.openNamed(); err != nil {
		return nil, err
	}
	return verifyStore(c)
}

func (c *call) verifyFile(path string) (result, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	v, err := exchange.VerifyArchive(data)
	if err != nil {
		return nil, err
	}
	return proved{path, v}, nil
}

func (v proved) print(p *page) {
	p.say("cli.verify.archive", "name", v.Name, "members", len(v.Members), "signoffs", v.SignOffs, "signed", v.Signed, "events", v.Events)
	p.say("cli.verify.archive.text", "hash", string(v.TextHash))
	p.say("cli.verify.archive.head", "hash", string(v.Head))
}
