package desktest

import (
	"context"
	"slices"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/seal"
)

var signatureRules = []rule{
	{"every sign-off is signed in the suite of its series, and says what was signed", func(o *office) {
		for _, suite := range review.Suites() {
			o.adopt(func(s *review.Series) { s.Suite = suite })
			d := o.begin().finish()
			signed := o.signatures(d)
			equal(o, "sign-offs", len(signed), 2)
			for _, s := range signed {
				equal(o, "suite", s.Statement.Suite, suite)
				equal(o, "text", s.Statement.Text, s.TextHash)
				equal(o, "name", s.Statement.Name, s.Name)
				equal(o, "program", s.Statement.Program, "test")
				equal(o, "valid", seal.Sealer{}.Verify(s.Signature.Public, s.Signature.Message, s.Signature.Value), true)
			}
			o.sound()
		}
	}},
	{"each signature names the one before it and the head of the events", func(o *office) {
		d := o.begin().finish()
		events, err := o.desk.History(o.ctx, "")
		o.ok(err)
		first, second := o.signatures(d)[0], o.signatures(d)[1]
		equal(o, "first", first.Statement.Previous, "")
		equal(o, "second", second.Statement.Previous, doc.HashOf(first.Signature.Bytes()))
		equal(o, "head", second.Statement.Events, events[second.Statement.Counter-2].Hash)
		equal(o, "event", events[second.Statement.Counter-1].Detail["signature"], string(doc.HashOf(second.Signature.Bytes())))
	}},
	{"the file exported from the text signed is named, a file of another text is not", func(o *office) {
		d := o.begin().submit()
		o.ok(o.desk.RecordExport(o.ctx, o.as(editor), d.file().Head.RevisionInfo, "docx", "简报.docx", "00ff"))
		d.sign(editor)
		equal(o, "file", o.signatures(d)[0].Statement.File, "00ff")
		d.write(checker, body("换了一句。"))
		d.sign(editor)
		equal(o, "file", o.signatures(d)[1].Statement.File, "")
	}},
	{"a series takes no suite that nobody knows", func(o *office) {
		s := o.series
		s.Suite = "rot13"
		_, err := o.desk.PutSeries(o.ctx, o.as(editor), s)
		o.refused(err, review.CodeSuite)
	}},
	{"sign-offs from before there were signatures stay valid, and are told apart", func(o *office) {
		old := review.NewDesk(o.store, review.WithClock(func() time.Time { return o.now }), review.WithPINCost(cheap))
		for _, name := range []string{"甲一", "乙二"} {
			_, err := old.AddPerson(o.ctx, name, everyRole, pin)
			o.ok(err)
		}
		d := o.begin().submit()
		for _, name := range []string{"甲一", "乙二"} {
			a, err := old.Unlock(o.ctx, name, pin)
			o.ok(err)
			d.fine(old.Sign(o.ctx, a, d.id, review.Signing{Revision: 1}))
		}
		o.as("甲一") // who has a key from now on
		r := o.sound()
		equal(o, "unsigned", r.Unsigned, 2)
		equal(o, "signed", r.Signatures, 0)
		equal(o, "shown without one", o.signatures(d)[0].Signature == nil, true)
	}},
	{"a flipped byte anywhere in a signature or in what it says is found", func(o *office) {
		for _, suite := range review.Suites() {
			o.adopt(func(s *review.Series) { s.Suite = suite })
			d := o.begin().finish()
			for part, bytes := range map[string]func(*review.Signature) []byte{
				"message": func(s *review.Signature) []byte { return s.Message },
				"value":   func(s *review.Signature) []byte { return s.Value },
				"key":     func(s *review.Signature) []byte { return s.Public.DER },
			} {
				o.flipEach(d, part, bytes)
			}
		}
	}},
	{"a sign-off that says something else than what was signed is found", func(o *office) {
		d := o.begin().finish()
		for name, change := range map[string]func(*review.SignOff){
			"name": func(s *review.SignOff) { s.Name = "别人" }, "person": func(s *review.SignOff) { s.Person = "x" },
			"role": func(s *review.SignOff) { s.Role = "签发" }, "round": func(s *review.SignOff) { s.Round++ },
			"comment": func(s *review.SignOff) { s.Comment = "同意" }, "moment": func(s *review.SignOff) { s.At = s.At.Add(1e6) },
			"override": func(s *review.SignOff) { s.Override = "急件" }, "compared": func(s *review.SignOff) { s.Compared = "aa" },
			"same hand": func(s *review.SignOff) { s.SameHand = "少人" }, "errors": func(s *review.SignOff) { s.Errors = "急" },
			"nature": func(s *review.SignOff) { s.Nature = review.Textual }, "step": func(s *review.SignOff) { s.Step += 2 },
		} {
			r := o.verify(doctored{Store: o.store, signOff: change}, d.id)
			if !found(r, review.FoundStatement) {
				o.t.Errorf("%s: found %+v", name, r.Findings)
			}
		}
	}},
	{"a signature taken away, with or without its sign-off, is found", func(o *office) {
		d := o.begin().finish()
		for n := range 2 {
			r := o.verify(doctored{Store: o.store, without: n + 1}, d.id)
			equal(o, "missing", count(r, review.FoundUnsigned), 1)
		}
		r := o.verify(doctored{Store: o.store, without: 1}, d.id)
		equal(o, "the next one names it", count(r, review.FoundSequence), 1)
		r = o.verify(spoiled{Store: o.store, unsigned: true}, d.id)
		equal(o, "without a sign-off", count(r, review.FoundOrphan), 2)
	}},
	{"a desk that cannot check signatures says so of each, and of nothing else", func(o *office) {
		d := o.begin().finish()
		r, err := review.NewDesk(o.store).Verify(o.ctx, d.id)
		o.ok(err)
		equal(o, "unread", count(r, review.FoundUnread), 2)
		equal(o, "findings", len(r.Findings), 2)
	}},
	{"events rewritten before a signature are found even where the chain is made whole again", func(o *office) {
		d := o.begin().finish()
		rewrite := func(l []review.Event) []review.Event {
			l[3].Detail = map[string]string{"what": "changed"}
			var last review.Event
			for i := range l {
				l[i] = l[i].Seal(last)
				last = l[i]
			}
			return l
		}
		r := o.verify(spoiled{Store: o.store, events: rewrite}, d.id)
		equal(o, "broken links", count(r, review.FoundChain), 0)
		equal(o, "signatures on another past", count(r, review.FoundSequence), 2)
	}},
	{"a key put in the place of another is found", func(o *office) {
		d := o.begin().finish()
		_, other, err := seal.Sealer{}.Make(pin, cheap)
		o.ok(err)
		r := o.verify(doctored{Store: o.store, key: func(k *review.Key) { k.Public = other }}, d.id)
		equal(o, "keys", count(r, review.FoundKeyChange), len(roster))
		equal(o, "signatures", count(r, review.FoundKey), 2)
	}},
	{"the head of the chain moves with every event", func(o *office) {
		before, err := o.desk.ChainHead(o.ctx)
		o.ok(err)
		o.begin()
		after, err := o.desk.ChainHead(o.ctx)
		o.ok(err)
		equal(o, "next", after.Follows(before), true)
	}},
}

func (o *office) signatures(d *draft) []review.Signed {
	o.t.Helper()
	all, err := o.desk.Signatures(o.ctx, d.id)
	o.ok(err)
	return all
}

// sound fails unless everything verifies.
func (o *office) sound() review.Report {
	o.t.Helper()
	r := o.verify(o.store, "")
	if len(r.Findings) > 0 {
		o.t.Fatalf("found %+v", r.Findings)
	}
	return r
}

// flipEach flips every byte of a part of the draft's first signature in turn.
func (o *office) flipEach(d *draft, part string, bytes func(*review.Signature) []byte) {
	o.t.Helper()
	first := *o.signatures(d)[0].Signature
	for i := range bytes(&first) {
		flip := func(s *review.Signature) {
			if s.SignOff == first.SignOff {
				s.Message, s.Value, s.Public.DER = slices.Clone(s.Message), slices.Clone(s.Value), slices.Clone(s.Public.DER)
				bytes(s)[i] ^= 1 << (i % 8)
			}
		}
		r := o.verify(doctored{Store: o.store, signature: flip}, d.id)
		if !found(r, review.FoundSignature) {
			o.t.Errorf("byte %d of the %s: found %+v", i, part, r.Findings)
		}
	}
}

// doctored shows a store as if somebody had changed what signatures rest on.
type doctored struct {
	review.Store
	signOff   func(*review.SignOff)
	signature func(*review.Signature)
	key       func(*review.Key)
	without   int // the signature taken away, from 1
}

func (s doctored) View(ctx context.Context, f func(review.Tx) error) error {
	return s.Store.View(ctx, func(tx review.Tx) error { return f(doctoredTx{tx, s}) })
}

// Check is not what is tried here, and takes its time.
func (s doctored) Check(context.Context) ([]review.Finding, error) { return nil, nil }

type doctoredTx struct {
	review.Tx
	how doctored
}

// Together implements review.Tx.
func (t doctoredTx) Together(f func(review.Tx) error) error { return f(t) }

func (t doctoredTx) SignOffs() review.SignOffStore {
	return doctoredSignOffs{t.Tx.SignOffs(), t.how.signOff}
}

func (t doctoredTx) Signatures() review.SignatureStore {
	return doctoredSignatures{t.Tx.Signatures(), t.how}
}

func (t doctoredTx) Keys() review.KeyStore { return doctoredKeys{t.Tx.Keys(), t.how.key} }

type doctoredSignOffs struct {
	review.SignOffStore
	change func(*review.SignOff)
}

func (s doctoredSignOffs) List(id review.DraftID) ([]review.SignOff, error) {
	return changed(s.change)(s.SignOffStore.List(id))
}

type doctoredSignatures struct {
	review.SignatureStore
	how doctored
}

func (s doctoredSignatures) List(id review.DraftID) ([]review.Signature, error) {
	list, err := changed(s.how.signature)(s.SignatureStore.List(id))
	if n := s.how.without; n > 0 && n <= len(list) {
		list = slices.Delete(list, n-1, n)
	}
	return list, err
}

type doctoredKeys struct {
	review.KeyStore
	change func(*review.Key)
}

func (s doctoredKeys) List(id review.PersonID) ([]review.Key, error) {
	return changed(s.change)(s.KeyStore.List(id))
}

// changed changes every record of a list that was read.
func changed[T any](change func(*T)) func([]T, error) ([]T, error) {
	return func(list []T, err error) ([]T, error) {
		if change != nil {
			for i := range list {
				change(&list[i])
			}
		}
		return list, err
	}
}

// holds reports whether any event says this.
func (o *office) holds(words string) bool {
	o.t.Helper()
	events, err := o.desk.History(o.ctx, "")
	o.ok(err)
	return slices.ContainsFunc(events, func(e review.Event) bool {
		for _, value := range e.Detail {
			if strings.Contains(value, words) {
				return true
			}
		}
		return false
	})
}
