package cli

import (
	"os"
	"time"

	"jianbao/app/setup"
	"jianbao/storage/backup"
)

// copyInfo is a backup copy as answers show it.
type copyInfo struct {
	File    string    `json:"file"`
	At      time.Time `json:"at"`
	Size    int64     `json:"size"`
	Before  bool      `json:"before_upgrade,omitempty"`
	Checked time.Time `json:"checked,omitzero"`
	Sound   bool      `json:"sound"`
}

func newCopy(c backup.Copy) copyInfo {
	return copyInfo{File: c.Path, At: c.At, Size: c.Size, Before: c.Before, Checked: c.Checked, Sound: c.Sound}
}

// copyMade is the answer to "backup".
type copyMade struct {
	copyInfo
	Texts string `json:"texts"` // the folder of readable texts
}

func makeBackup(c *call) (result, error) {
	keeper, err := c.program.Keeper()
	if err != nil {
		return nil, err
	}
	made, err := keeper.Make(c.ctx)
	if err != nil {
		return nil, err
	}
	if err := keeper.Mirror(c.ctx); err != nil {
		return nil, err
	}
	return copyMade{newCopy(made), keeper.MirrorFolder()}, nil
}

func (m copyMade) print(p *page) {
	p.say("cli.backup.made", "file", m.File, "size", (m.Size+1023)/1024)
	p.say("cli.backup.texts", "folder", m.Texts)
}

// keeper keeps the copies of the database, which need not open for it.
func (c *call) keeper() (*backup.Keeper, error) {
	o, err := c.options()
	if err != nil {
		return nil, err
	}
	return setup.Backups(o)
}

// copyList is the answer to "backups".
type copyList struct {
	Good    bool       `json:"good"`
	Code    string     `json:"code"`
	Message string     `json:"message"`
	Folder  string     `json:"folder"`
	Copies  []copyInfo `json:"copies"`
}

// listBackups does not open the database, which may be past opening.
func listBackups(c *call) (result, error) {
	keeper, err := c.keeper()
	if err != nil {
		return nil, err
	}
	copies, err := keeper.Copies()
	if err != nil {
		return nil, err
	}
	st := keeper.Status()
	list := copyList{Good: st.Good, Code: st.Code, Message: c.words.With(st.Code, st.Args), Folder: st.Folder, Copies: []copyInfo{}}
	for _, one := range copies {
		list.Copies = append(list.Copies, newCopy(one))
	}
	return list, nil
}

func (l copyList) print(p *page) {
	p.line(l.Message)
	p.say("cli.backups.folder", "folder", l.Folder)
	var rows [][]string
	for _, c := range l.Copies {
		rows = append(rows, []string{c.At.Format("2006-01-02 15:04:05"), p.words.T(soundness(c)), p.words.T("cli.backups.size", "size", (c.Size+1023)/1024), c.File})
	}
	p.columns(rows)
}

// soundness is the catalogue key of what is known of a copy.
func soundness(c copyInfo) string {
	switch {
	case c.Checked.IsZero():
		return "backup.unchecked"
	case c.Sound:
		return "backup.sound"
	}
	return "backup.unsound"
}

// restored is the answer to "restore".
type restored struct {
	File   string `json:"file"`
	Drafts int    `json:"drafts"`
	Newest string `json:"newest"`
	Kept   string `json:"kept,omitempty"` // the former database, where the restored one took its place
}

// restore makes a database of a copy beside the present one, and with --replace
// lets it take its place.
func restore(c *call) (result, error) {
	keeper, err := c.keeper()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(c.word(0)); err != nil {
		return nil, fail(err, "cli.file.none", "file", c.word(0))
	}
	r, err := keeper.Restore(c.ctx, c.word(0))
	if err != nil {
		return nil, err
	}
	said := restored{File: r.Path, Drafts: r.Drafts, Newest: r.Newest}
	if !c.in.has("replace") {
		return said, nil
	}
	said.Kept, err = keeper.Adopt(c.ctx, r.Path)
	return said, err
}

func (r restored) print(p *page) {
	p.say("cli.restored", "file", r.File, "drafts", r.Drafts, "newest", r.Newest)
	if r.Kept != "" {
		p.say("cli.restored.replaced", "kept", r.Kept)
		return
	}
	p.say("cli.restored.beside", "file", r.File)
}

// mended is the answer to "repair".
type mended struct {
	Damaged int      `json:"damaged"`
	Mended  int      `json:"mended"`
	From    []string `json:"from"`
}

// repair puts damaged texts right from the backups.
func repair(c *call) (result, error) {
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	keeper, err := c.program.Keeper()
	if err != nil {
		return nil, err
	}
	m, err := keeper.Mend(c.ctx, who.Actor.Person().ID)
	said := mended{len(m.Texts) + len(m.Left), len(m.Texts), append([]string{}, m.From...)}
	if err == nil && len(m.Left) > 0 {
		err = errSaid
	}
	return said, err
}

func (m mended) print(p *page) {
	if m.Damaged == 0 {
		p.say("cli.repair.none")
		return
	}
	p.say("cli.repair.done", "mended", m.Mended, "left", m.Damaged-m.Mended)
	for _, name := range m.From {
		p.item(name)
	}
}
