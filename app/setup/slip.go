package setup

import (
	"strings"
	"time"

	"jianbao/app/i18n"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// Record is how the newest text of a draft came about, for its archive package:
// events are those of the draft, head is the newest of all, signed are its
// sign-offs. The slip (发文稿纸) is a Chinese document in every language of the
// interface.
func Record(f *review.File, events []review.Event, head review.Event, signed []review.Signed) (exchange.Record, error) {
	words, err := Words(i18n.Chinese)
	if err != nil {
		return exchange.Record{}, err
	}
	s := slip{words: words, file: f}
	s.issue()
	s.signOffs(events)
	s.events(events)
	s.say("slip.head", "seq", head.Seq, "hash", head.Hash.Short())
	return exchange.Record{Slip: s.lines, TextHash: f.Head.TextHash, Signed: signed, Events: events, Head: head, Name: f.Name}, nil
}

// slip is a 发文稿纸 being written.
type slip struct {
	words *i18n.Catalogue
	file  *review.File
	lines []string
}

func (s *slip) say(key string, pairs ...any) { s.lines = append(s.lines, s.words.T(key, pairs...)) }

// issue says which text it is and to whom it goes.
func (s *slip) issue() {
	b := s.file.Head.Text
	s.say("slip.title")
	s.say("slip.series", "name", oneLine(b.Masthead.Title), "office", oneLine(b.Masthead.Office))
	s.say("slip.number", "issue", b.Masthead.Number.Issue, "total", b.Masthead.Number.Total, "date", b.Masthead.Date.Chinese())
	for _, a := range b.Articles {
		s.say("slip.article", "title", oneLine(a.Title))
	}
	s.say("slip.text", "runes", b.Runes(), "revision", s.file.Head.Seq, "hash", string(s.file.Head.TextHash))
	for _, key := range []doc.FieldKey{doc.FieldReportTo, doc.FieldCopyTo, doc.FieldSendTo, doc.FieldCopies} {
		if value, _ := b.Get(doc.Place{Field: key}); value != "" && value != "0" {
			s.say("slip."+string(key), "value", oneLine(value))
		}
	}
}

// signOffs says who signed this text, and what with.
func (s *slip) signOffs(events []review.Event) {
	s.say("slip.signoffs")
	for _, sign := range s.file.SignOffs {
		key := "slip.signoff"
		if !sign.Stands(s.file.Head.TextHash) {
			key = "slip.signoff.fell"
		}
		s.say(key, "role", string(sign.Role), "name", sign.Name, "at", minute(sign.At), "hash", sign.TextHash.Short())
		s.stepped(sign, events)
		s.exceptions(sign)
	}
}

// stepped says that the signer had read every sentence of the text by itself.
func (s *slip) stepped(sign review.SignOff, events []review.Event) {
	if e := sign.Stepped(events); e != nil {
		s.say("slip.stepped", "name", sign.Name, "at", minute(e.At), "all", e.Detail["all"], "doubts", e.Detail["doubts"], "carried", e.Detail["carried"])
	}
}

// exceptions says what was signed in spite of, with the reasons.
func (s *slip) exceptions(sign review.SignOff) {
	for _, one := range []struct{ key, text string }{
		{"slip.comment", sign.Comment}, {"slip.override", sign.Override}, {"slip.errors", sign.Errors}, {"slip.samehand", sign.SameHand},
	} {
		if one.text != "" {
			s.say(one.key, "text", oneLine(one.text))
		}
	}
}

func (s *slip) events(events []review.Event) {
	s.say("slip.events")
	for _, e := range events {
		s.say("slip.event", "at", minute(e.At), "name", s.file.Name(e.Actor), "action", s.words.T("term."+string(e.Action)), "hash", e.Hash.Short())
		if reason := e.Detail["reason"]; reason != "" {
			s.say("slip.note", "text", oneLine(reason))
		}
	}
}

// minute is a time as the office's clock shows it.
func minute(at time.Time) string { return at.Local().Format("2006-1-2 15:04") }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
