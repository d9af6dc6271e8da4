package packet_test

import (
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/seal"
	"jianbao/storage/exchange/packet"
	"jianbao/storage/memory"
)

const pin = "2468"

// office is one machine with its people; no two share a database.
type office struct {
	testing.TB
	desk *review.Desk
}

func newOffice(t testing.TB, people map[string][]review.Role) *office {
	t.Helper()
	at := time.Date(2025, 6, 15, 9, 0, 0, 0, time.UTC)
	o := &office{TB: t}
	o.desk = review.NewDesk(memory.New(), review.WithClock(func() time.Time { at = at.Add(time.Second); return at }),
		review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}), review.WithSealer(seal.Sealer{}, "test"), review.WithMerger(merger{}))
	for name, roles := range people {
		_, err := o.desk.AddPerson(t.Context(), name, roles, pin)
		o.ok(err)
	}
	return o
}

type merger struct{ diff.Comparer }

func (m merger) MergeTexts(base, mine, theirs doc.Bulletin, sides []review.Side) (review.Merging, error) {
	chosen := make([]diff.Side, len(sides))
	for i, s := range sides {
		chosen[i] = diff.Side(s)
	}
	merged, err := m.MergeDecided(base, mine, theirs, chosen)
	out := review.Merging{Text: merged.Bulletin}
	for _, o := range merged.Open {
		if o.Origin == diff.Conflict {
			out.Open = append(out.Open, review.Disagreement{At: o.Place, Base: o.Base, Mine: o.Mine, Theirs: o.Theirs})
		}
	}
	return out, err
}

func (o *office) ok(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

func (o *office) as(name string) review.Actor {
	o.Helper()
	a, err := o.desk.Unlock(o.Context(), name, pin)
	o.ok(err)
	return a
}

const (
	drafter  = "林初"
	editor   = "周衡"
	reviewer = "高远" // on the other machine
)

// home returns a machine with a draft of two paragraphs.
func home(t testing.TB) (*office, review.DraftID) {
	o := newOffice(t, map[string][]review.Role{drafter: {review.RoleDrafter}, editor: {"责编"}})
	series, err := o.desk.PutSeries(t.Context(), o.as(editor), review.Series{Name: "松江工作简报", Template: template.Template{
		Name: "工作简报", Chain: []string{"责编"}, Parts: []template.Part{{Field: doc.FieldArticleTitle, Required: true}, {Field: doc.FieldArticleBody, Required: true}}}})
	o.ok(err)
	f, err := o.desk.Create(t.Context(), o.as(drafter), series.ID, text("年底前力争完成任务。", "各县区要压实责任。"), review.CauseNew, "")
	o.ok(err)
	_, err = o.desk.AddComment(t.Context(), o.as(drafter), f.Draft.ID, doc.Anchor{}, "请核数字")
	o.ok(err)
	return o, f.Draft.ID
}

func away(t testing.TB) *office {
	return newOffice(t, map[string][]review.Role{reviewer: {"核稿"}})
}

func text(first, second string) doc.Bulletin {
	return doc.Bulletin{Masthead: doc.Masthead{Title: "松江工作简报", Date: doc.Date{Year: 2025, Month: 6, Day: 15}},
		Articles: []doc.Article{{ID: "a", Title: "题目", Body: []doc.Paragraph{{ID: "p", Text: first}, {ID: "q", Text: second}}}}}
}

// send is a draft's packet as a file.
func (o *office) send(name string, id review.DraftID) []byte {
	o.Helper()
	who := o.as(name)
	p, err := o.desk.Pack(o.Context(), who, id)
	o.ok(err)
	data, digest, err := packet.Write(p, func(d doc.Hash) (review.PacketSeal, error) { return o.desk.SealPacket(who, p.Series, d) })
	o.ok(err)
	o.ok(o.desk.Sent(o.Context(), who, id, p, digest, "u"))
	return data
}

func (o *office) read(data []byte) review.SealedPacket {
	o.Helper()
	p, err := packet.Read(data, o.desk.Sealed)
	o.ok(err)
	return p
}

func (o *office) open(name string, data []byte) *review.File {
	o.Helper()
	f, err := o.desk.OpenPacket(o.Context(), o.as(name), o.read(data))
	o.ok(err)
	return f
}

// write saves a text as the newest.
func (o *office) write(name string, id review.DraftID, b doc.Bulletin) {
	o.Helper()
	f, err := o.desk.Open(o.Context(), o.as(name), id)
	o.ok(err)
	_, err = o.desk.Save(o.Context(), o.as(name), id, f.Head.Seq, b, "")
	o.ok(err)
}

func (o *office) seq() int64 {
	o.Helper()
	e, err := o.desk.ChainHead(o.Context())
	o.ok(err)
	return e.Seq
}

// sound fails where anything that is stored does not hold together.
func (o *office) sound() {
	o.Helper()
	report, err := o.desk.Verify(o.Context(), "")
	o.ok(err)
	if len(report.Findings) > 0 {
		o.Fatalf("verify finds %+v", report.Findings)
	}
}
