package review

import (
	"time"

	"jianbao/editor/doc"
)

// Revision (版本) is an immutable whole document. Once written it never
// changes and is never deleted.
type Revision struct {
	RevisionInfo
	Text doc.Bulletin
}

// RevisionInfo is what is known of a revision without reading its text.
type RevisionInfo struct {
	Draft    DraftID
	Seq      int      // 1, 2, 3 … within the draft
	Parent   int      // the revision it was made from; 0 for the first
	Hash     doc.Hash // of the stored bytes: ids and number included
	TextHash doc.Hash // of the canonical text: what a sign-off binds to
	Author   PersonID
	At       time.Time
	Round    int
	Stage    Role  // the hand that made it
	Cause    Cause // why it was made
	Note     string
	Runes    int // characters of the articles
}

// Cause says why a revision was made.
type Cause string

// The causes.
const (
	CauseNew     Cause = "new"
	CauseLast    Cause = "last" // begun with the text of the last issue
	CauseImport  Cause = "import"
	CauseSave    Cause = "save"
	CauseSubmit  Cause = "submit"
	CauseRestore Cause = "restore"
	CauseFinal   Cause = "final"
	CauseReissue Cause = "reissue"
	CauseEntered Cause = "entered" // 代录: somebody else entered what the author wrote outside the program
	CauseAside   Cause = "aside"   // made from a revision that was no longer the newest
	CausePacket  Cause = "packet"  // made on another machine, and brought back in a packet
)

// NewRevision seals a text: it computes both hashes. It returns doc.ErrFormat
// for a text that cannot be stored unchanged.
func NewRevision(info RevisionInfo, text doc.Bulletin) (Revision, error) {
	data, err := doc.Encode(text)
	if err != nil {
		return Revision{}, err
	}
	if info.TextHash, err = doc.TextHash(text); err != nil {
		return Revision{}, err
	}
	info.Hash = doc.HashOf(data)
	info.Runes = text.Runes()
	return Revision{info, text.Clone()}, nil
}

// Working is a person's unsaved copy of a draft: what autosave keeps between
// two revisions. Each person has his own, so none overwrites another's.
type Working struct {
	Draft  DraftID
	Person PersonID
	Base   int // the revision it was made from
	Text   doc.Bulletin
	At     time.Time
}
