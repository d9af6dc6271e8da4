//go:build team

package postgres_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/desktest"
	"jianbao/review/seal"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
	"jianbao/storage/record"
	"jianbao/storage/relational"
)

// spoiler is an administrator with the program's own code at hand, so that all
// he writes has fitting checksums and columns.
type spoiler struct {
	t  *testing.T
	tx *relational.Tx
	c  *pgx.Conn
}

// rewrite changes the first record that change accepts, and with all those
// that follow if change goes on accepting.
func rewrite[T any](s spoiler, table string, codec record.Codec[T], change func(*T) bool) {
	s.t.Helper()
	tables := relational.Tables()
	kept := tables[slices.IndexFunc(tables, func(t relational.Table) bool { return t.Name == table })]
	rows, err := s.tx.Rows(kept, nil, 1e6)
	if err != nil {
		s.t.Fatal(err)
	}
	changed := 0
	for _, row := range rows {
		v, err := codec.Decode(row.Record)
		if err != nil {
			s.t.Fatal(err)
		}
		if !change(&v) {
			continue
		}
		changed++
		if row.Record, err = codec.Encode(v); err != nil {
			s.t.Fatal(err)
		}
		if err := s.tx.ReplaceRow(kept, row); err != nil {
			s.t.Fatal(err)
		}
	}
	if changed == 0 {
		s.t.Fatalf("nothing in %s to change", table)
	}
}

// once accepts the first record only.
func once[T any](change func(*T) bool) func(*T) bool {
	done := false
	return func(v *T) bool {
		if done {
			return false
		}
		done = change(v)
		return done
	}
}

// exchange puts another text, under its own hash, in the place of the first one
// that was signed, and returns that revision's sign-off and the new hash.
func (s spoiler) exchange() (signed review.SignOff, hash doc.Hash) {
	s.t.Helper()
	rewrite(s, "signoffs", record.SignOff, once(func(v *review.SignOff) bool {
		signed = *v
		return true
	}))
	rev, err := s.tx.Revisions().Get(signed.Draft, signed.Revision)
	if err != nil {
		s.t.Fatal(err)
	}
	rev.Text.Articles[0].Title += "（改）"
	body, err := doc.Encode(rev.Text)
	if err != nil {
		s.t.Fatal(err)
	}
	if hash, err = doc.TextHash(rev.Text); err != nil {
		s.t.Fatal(err)
	}
	tables := relational.Tables()
	texts := tables[slices.IndexFunc(tables, func(t relational.Table) bool { return t.Name == "texts" })]
	if _, err := s.tx.PutRow(texts, relational.Row{Key: []any{string(doc.HashOf(body))}, Record: body}); err != nil {
		s.t.Fatal(err)
	}
	rewrite(s, "revisions", record.Revision, func(r *review.RevisionInfo) bool {
		if r.Draft != signed.Draft || r.Seq != signed.Revision {
			return false
		}
		r.Hash, r.TextHash = doc.HashOf(body), hash
		return true
	})
	return signed, hash
}

// acts is what an administrator might do, and the code of what is found then;
// "" for nothing.
var acts = []struct {
	name string
	do   func(spoiler)
	code string
}{
	{"a text changed as it stands", func(s spoiler) {
		do(s.t, s.c, "UPDATE texts SET body = body || ' ' WHERE hash = (SELECT max(hash) FROM texts)")
	}, relational.CodeText},
	{"a record changed as it stands", func(s spoiler) {
		do(s.t, s.c, "UPDATE events SET record = record || ' ' WHERE seq = 5")
	}, relational.CodeRow},
	{"another text under its own hash", func(s spoiler) { s.exchange() }, review.FoundSignOff},
	{"another text, and the sign-off with it", func(s spoiler) {
		signed, hash := s.exchange()
		rewrite(s, "signoffs", record.SignOff, func(v *review.SignOff) bool {
			fits := v.Draft == signed.Draft && v.Revision == signed.Revision
			if fits {
				v.TextHash = hash
			}
			return fits
		})
	}, review.FoundStatement},
	{"what a sign-off remarks", func(s spoiler) {
		rewrite(s, "signoffs", record.SignOff, once(func(v *review.SignOff) bool { v.Comment += "同意"; return true }))
	}, review.FoundStatement},
	{"a signature", func(s spoiler) {
		rewrite(s, "signatures", record.Signature, once(func(v *review.Signature) bool { v.Value[7] ^= 1; return true }))
	}, review.FoundSignature},
	{"an event", func(s spoiler) {
		rewrite(s, "events", record.Event, once(func(e *review.Event) bool { e.Actor = "other"; return e.Seq > 0 }))
	}, review.FoundChain},
	{"an event deleted in the middle", func(s spoiler) { do(s.t, s.c, "DELETE FROM events WHERE seq = 5") }, review.FoundChain},
	{"the whole chain made anew", func(s spoiler) {
		var last review.Event
		rewrite(s, "events", record.Event, func(e *review.Event) bool {
			e.At = e.At.Add(1e9)
			*e = e.Seal(last)
			last = *e
			return true
		})
	}, review.FoundSequence},
	{"a number in the ledger", func(s spoiler) {
		rewrite(s, "ledger", record.Entry, once(func(e *review.Entry) bool {
			e.Number.Issue += 1000
			return e.Kind == review.EntryIssue
		}))
	}, review.FoundRow},
	{"the newest event deleted", func(s spoiler) {
		do(s.t, s.c, "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)")
	}, ""},
}

// TestWhatAnAdministratorCanDo switches the guards off, does it, and switches
// them on again. Verify finds all but the end of the chain cut off after the last
// signature: that only the head shows, where it was printed.
func TestWhatAnAdministratorCanDo(t *testing.T) {
	template := pgtest.DSN(t)
	head := busy(t, template)
	for _, act := range acts {
		t.Run(act.name, func(t *testing.T) {
			dsn := copied(t, template)
			s, c := openAt(t, dsn), administrator(t, dsn)
			switchGuards(t, c, "DISABLE")
			if r, _ := verified(t, s); !slices.Contains(r, postgres.CodeSchema) {
				t.Errorf("guards that are off are not found: %q", r)
			}
			err := s.Atomically(t.Context(), func(tx review.Tx) error {
				act.do(spoiler{t, tx.(*relational.Tx), c})
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			switchGuards(t, c, "ENABLE")
			codes, last := verified(t, s)
			if act.code != "" && !slices.Contains(codes, act.code) || act.code == "" && (len(codes) > 0 || last.Hash == head.Hash) {
				t.Errorf("found %q, want %q", codes, act.code)
			}
		})
	}
}

// busy fills a database with all that can be done to issues, the last of it
// after the last signature, and returns the head of the chain.
func busy(t *testing.T, dsn string) review.Event {
	t.Helper()
	s := openAt(t, dsn)
	desktest.WorkflowTable(t, s)
	if _, err := deskOn(s).AddPerson(t.Context(), "新来的", []review.Role{review.RoleDrafter}, ""); err != nil {
		t.Fatal(err)
	}
	codes, head := verified(t, s)
	if len(codes) > 0 {
		t.Fatalf("before anything was done: %q", codes)
	}
	s.Close() // a template has nobody in it
	return head
}

func deskOn(s review.Store) *review.Desk {
	return review.NewDesk(s, review.WithSealer(seal.Sealer{}, "test"))
}

// verified returns the codes of what is found, and the head of the chain.
func verified(t *testing.T, s review.Store) (codes []string, head review.Event) {
	t.Helper()
	r, err := deskOn(s).Verify(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		codes = append(codes, f.Code)
	}
	err = s.View(t.Context(), func(tx review.Tx) (err error) {
		head, err = tx.Events().Last()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return codes, head
}

// copied returns a copy of a database in which nobody is.
func copied(t *testing.T, template string) string {
	t.Helper()
	c := pgtest.Shared(t)
	name := databaseOf(template) + "_copy"
	if err := c.Exec("postgres", "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)", "CREATE DATABASE "+name+" TEMPLATE "+databaseOf(template)); err != nil {
		t.Fatal(err)
	}
	return c.DSN(name)
}

func switchGuards(t *testing.T, c *pgx.Conn, how string) {
	t.Helper()
	for _, name := range strings.Fields("texts revisions signoffs signatures events ledger") {
		do(t, c, "ALTER TABLE "+name+" "+how+" TRIGGER USER")
	}
}
