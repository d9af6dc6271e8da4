// Package journal owns the unsaved copies that are kept on this machine while
// the store is a server: one file for each draft and person, written before the
// server is asked, so that what was typed outlives a cut line, a crash and a
// closed laptop. It does not decide what becomes of a copy that the server does
// not have; who asks Deliver for it does.
package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Entry is what one person has written on a draft and not made a revision.
type Entry struct {
	Draft   review.DraftID
	Person  review.PersonID
	Base    int    // the revision it was made from
	Writing string // the sitting at which it was written; Edit counts within it
	Edit    int    // counts the changes of the text
	At      time.Time
	Text    doc.Bulletin
	Follows []doc.Hash // text hashes of copies of the same writing that the store may have, all older than this one
}

// Journal keeps the entries of one database.
type Journal struct {
	folder string

	mu    sync.Mutex // over the files
	lines sync.Map   // review.DraftID -> *sync.Mutex: one delivery of a draft at a time
}

// Open returns the journal of a database, which is known by its identity, in a
// folder that may hold those of several and is made if there is none. It returns
// review.ErrFull or review.ErrReadOnly where it cannot be made.
func Open(folder, database string) (*Journal, error) {
	own := filepath.Join(folder, nameOf(database))
	if err := os.MkdirAll(own, 0o700); err != nil {
		return nil, failure(err)
	}
	return &Journal{folder: own}, nil
}

// nameOf is a name for a file that stands for some identities, whatever they are
// made of.
func nameOf(identities ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(identities, "\x00")))
	return hex.EncodeToString(sum[:12])
}

const suffix = ".unsaved"

func (j *Journal) path(draft review.DraftID, person review.PersonID) string {
	return filepath.Join(j.folder, nameOf(string(draft), string(person))+suffix)
}

// Put keeps an entry in place of the one before it, and returns once it is on
// the disk. It returns review.ErrFull or review.ErrReadOnly, and the former
// entry is then still there.
func (j *Journal) Put(e Entry) error {
	data, err := encode(e)
	if err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	return failure(replace(j.path(e.Draft, e.Person), data))
}

// Get returns the entry of a person and draft. It returns review.ErrNotFound
// where there is none, and review.ErrDamaged for one that is not what was
// written; that is kept under another name and not found again.
func (j *Journal) Get(draft review.DraftID, person review.PersonID) (Entry, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.read(j.path(draft, person))
}

func (j *Journal) read(path string) (Entry, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Entry{}, review.ErrNotFound
	}
	if err != nil {
		return Entry{}, failure(err)
	}
	e, err := decode(data)
	if err != nil {
		return Entry{}, errors.Join(err, keepAside(path))
	}
	return e, nil
}

// Drop says that the store has what was written at a sitting up to an edit. An
// entry that is newer, or of another sitting, stays.
func (j *Journal) Drop(draft review.DraftID, person review.PersonID, writing string, edit int) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	path := j.path(draft, person)
	e, err := j.read(path)
	if errors.Is(err, review.ErrNotFound) {
		return nil
	}
	if err != nil || e.Writing != writing || e.Edit > edit {
		return err
	}
	return failure(os.Remove(path))
}

// List returns every entry, and beside them the errors of those that cannot be
// read, as Get does.
func (j *Journal) List() ([]Entry, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	paths, err := filepath.Glob(filepath.Join(j.folder, "*"+suffix))
	if err != nil {
		return nil, failure(err)
	}
	var all []Entry
	var errs []error
	for _, path := range paths {
		e, err := j.read(path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		all = append(all, e)
	}
	return all, errors.Join(errs...)
}

// Alone runs f while nothing of a draft is being delivered.
func (j *Journal) Alone(draft review.DraftID, f func() error) error {
	line, _ := j.lines.LoadOrStore(draft, new(sync.Mutex))
	mu := line.(*sync.Mutex)
	mu.Lock()
	defer mu.Unlock()
	return f()
}

// Deliver hands the newest entry of a person and draft to send, one at a time
// for each draft, and drops it once send has succeeded, unless a newer one was
// put meanwhile. Where there is no entry nothing is sent. It returns what send
// and Get return.
func (j *Journal) Deliver(draft review.DraftID, person review.PersonID, send func(Entry) error) error {
	return j.Alone(draft, func() error {
		e, err := j.Get(draft, person)
		if errors.Is(err, review.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := send(e); err != nil {
			return err
		}
		return j.Drop(draft, person, e.Writing, e.Edit)
	})
}
