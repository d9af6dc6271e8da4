package review

import (
	"context"
	"slices"
	"strings"
)

// Unlike says where a file did not say what its text says, as a read-back check
// (成品回读核对) found it. The file itself was not kept.
type Unlike struct {
	Format        string
	Wanted, Found string // a few characters from the first difference on
}

// RecordUnlike notes that a read-back check failed. The draft cannot be issued
// until a file of that format is exported from the same text, or a reason is
// given.
func (d *Desk) RecordUnlike(ctx context.Context, who Actor, rev RevisionInfo, u Unlike) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Draft: rev.Draft, Action: ActUnlike,
			Detail: map[string]string{"format": u.Format, "wanted": u.Wanted, "found": u.Found, "text": string(rev.TextHash)}})
	})
}

// loadUnlike reads which formats of the final text last failed their read-back
// check. Where that cannot be read, the draft can still be opened, not issued.
func (f *File) loadUnlike(tx Tx) {
	if f.Draft.State != Final {
		return
	}
	events, err := tx.Events().List(f.Draft.ID)
	var formats []string
	for _, e := range events {
		format := e.Detail["format"]
		switch {
		case e.Detail["text"] != string(f.Head.TextHash):
		case e.Action == ActUnlike && !slices.Contains(formats, format):
			formats = append(formats, format)
		case e.Action == ActExport:
			formats = slices.DeleteFunc(formats, func(known string) bool { return known == format })
		}
	}
	f.unlike = func() ([]string, error) { return formats, err }
}

// Unlike returns the formats in which the last file of the final text did not say
// what was signed. It is empty where the draft is not final.
func (f *File) Unlike() ([]string, error) {
	if f.unlike == nil {
		return nil, nil
	}
	return f.unlike()
}

// isAlike refuses to issue while a format stands in Unlike, unless a reason is
// given.
func (f *File) isAlike(a Action, ask Ask) error {
	formats, err := f.Unlike()
	if err != nil || len(formats) == 0 || ask.Reason != "" {
		return err
	}
	return refuse(a, CodeUnlike, "formats", strings.Join(formats, ", "))
}
