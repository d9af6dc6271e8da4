package cli

import (
	"slices"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/register"
)

// itemInfo is a row of a register.
type itemInfo struct {
	ID     string   `json:"id"`
	Kind   string   `json:"kind"`
	Name   string   `json:"name"`
	Post   string   `json:"post,omitempty"`
	Order  int      `json:"order,omitempty"`
	Short  []string `json:"short,omitempty"`
	Right  string   `json:"right,omitempty"`
	Except []string `json:"except,omitempty"`
	From   doc.Date `json:"from,omitzero"`
	To     doc.Date `json:"to,omitzero"`
	Found  string   `json:"found,omitempty"`
	Note   string   `json:"note,omitempty"`
	Series string   `json:"series,omitempty"`
	By     string   `json:"by"`
}

// registers is the answer to "register list".
type registers []itemInfo

func (c *call) itemInfos(items []review.Item) (registers, error) {
	people, err := c.desk.People(c.ctx)
	if err != nil {
		return nil, err
	}
	names := map[review.PersonID]string{}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	list := make(registers, len(items))
	for n, i := range items {
		list[n] = itemInfo{string(i.ID), string(i.Kind), i.Name, i.Post, i.Order, i.Short, i.Right, i.Except, i.From, i.To,
			string(i.Found), i.Note, string(i.Series), names[i.By]}
	}
	return list, nil
}

// scope returns the series that --series names; "" for the registers of every
// series.
func (c *call) scope() (review.SeriesID, error) {
	if !c.in.has("series") {
		return "", nil
	}
	s, err := c.series(c.in.first("series"))
	return s.ID, err
}

func listRegisters(c *call) (result, error) {
	id, err := c.scope()
	if err != nil {
		return nil, err
	}
	items, err := c.desk.Registers(c.ctx, id)
	if err != nil {
		return nil, err
	}
	return c.itemInfos(items)
}

func (list registers) print(p *page) {
	if len(list) == 0 {
		p.say("cli.register.none")
		return
	}
	var rows [][]string
	for _, i := range list {
		rows = append(rows, []string{i.ID, p.words.T("term.item." + i.Kind), i.Name, i.says(), i.days(), i.By})
	}
	p.columns(rows)
}

// says is what the register knows of the name.
func (i itemInfo) says() string {
	cells := []string{i.Post, strings.Join(i.Short, "、"), "", i.Note}
	if i.Right != "" {
		cells[2] = "→" + i.Right
	}
	return strings.Join(slices.DeleteFunc(cells, func(cell string) bool { return cell == "" }), " ")
}

func (i itemInfo) days() string {
	if i.From.IsZero() && i.To.IsZero() {
		return ""
	}
	return i.From.String() + "—" + i.To.String()
}

// entered is the answer to "register import".
type entered struct {
	Added int `json:"added"`
	Known int `json:"known"` // stood there already
}

func (e entered) print(p *page) { p.say("cli.register.entered", "added", e.Added, "known", e.Known) }

func importRegister(c *call) (result, error) {
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	scope, err := c.rowScope()
	if err != nil {
		return nil, err
	}
	data, err := readFile(c.word(0))
	if err != nil {
		return nil, err
	}
	items, err := register.Read(data, scope)
	if err != nil {
		return nil, err
	}
	done, err := c.desk.Enter(c.ctx, who.Actor, items)
	return entered{len(done.Added), done.Known}, err
}

// rowScope says where the rows of a table go: all to the series that --series
// names, else each where the table says.
func (c *call) rowScope() (register.Scope, error) {
	if c.in.has("series") {
		id, err := c.scope()
		return register.Only(id), err
	}
	all, err := c.desk.AllSeries(c.ctx)
	return register.Named(all), err
}

// exportRegister writes what is entered for the series, or for every series,
// and nothing else: what is read back stands where it stood.
func exportRegister(c *call) (result, error) {
	id, err := c.scope()
	if err != nil {
		return nil, err
	}
	all, err := c.desk.Registers(c.ctx, id)
	if err != nil {
		return nil, err
	}
	var own []review.Item
	for _, i := range all {
		if i.Series == id {
			own = append(own, i)
		}
	}
	series, err := c.desk.AllSeries(c.ctx)
	if err != nil {
		return nil, err
	}
	table, err := register.Write(own, register.Named(series))
	return raw(table), err
}

// removed is the answer to "register remove".
type removed struct {
	ID string `json:"id"`
}

func (r removed) print(p *page) { p.say("cli.register.removed", "id", r.ID) }

func removeItem(c *call) (result, error) {
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	return removed{c.word(0)}, c.desk.RemoveItem(c.ctx, who.Actor, review.ItemID(c.word(0)))
}

// slipAdded is the answer to "register slip".
type slipAdded struct{ itemInfo }

func (s slipAdded) print(p *page) { p.say("cli.register.slip", "wrong", s.Name, "right", s.Right) }

// addSlip enters a slip found in an issue, to be looked for from then on.
func addSlip(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActSlip)
	if err != nil {
		return nil, err
	}
	slip, err := c.desk.AddSlip(c.ctx, who.Actor, f.Draft.ID, c.word(1), c.word(2), c.in.first("note"))
	if err != nil {
		return nil, err
	}
	list, err := c.itemInfos([]review.Item{slip})
	if err != nil {
		return nil, err
	}
	return slipAdded{list[0]}, nil
}
