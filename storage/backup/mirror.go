package backup

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/form"
)

// The files of an issue's folder in the mirror.
const (
	mirrorFolder = "mirror"
	mirrorText   = "text.txt"
	mirrorRecord = "record.json"
)

// leaf is what the mirror says of an issue beside its text.
type leaf struct {
	ID       review.DraftID  `json:"id"`
	Series   string          `json:"series"`
	State    review.State    `json:"state"`
	Number   doc.Number      `json:"number"`
	Revision int             `json:"revision"`
	TextHash doc.Hash        `json:"texthash"`
	At       time.Time       `json:"at"`
	By       string          `json:"by"`
	SignOffs []leafSignOff   `json:"signoffs"`
	Text     json.RawMessage `json:"text"`
}

type leafSignOff struct {
	Role     review.Role `json:"role"`
	Name     string      `json:"name"`
	At       time.Time   `json:"at"`
	Revision int         `json:"revision"`
	TextHash doc.Hash    `json:"texthash"`
	Comment  string      `json:"comment,omitempty"`
	Fell     review.Fall `json:"fell,omitempty"`
}

// MirrorFolder is where the readable texts lie.
func (k *Keeper) MirrorFolder() string { return filepath.Join(k.Folder(), mirrorFolder) }

// Mirror brings the readable texts up to date: a folder for each issue, with
// its newest text as a text file and all that is needed to read it elsewhere as
// JSON. What cannot be read in the database keeps the text it had.
func (k *Keeper) Mirror(ctx context.Context) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.source == nil {
		return problem(CodeMemory, nil)
	}
	m := mirror{folder: k.MirrorFolder()}
	if err := m.open(); err != nil {
		return problem(CodeFolder, err, "folder", m.folder)
	}
	if err := k.source.View(ctx, func(tx review.Tx) error { return m.all(ctx, tx) }); err != nil {
		return fmt.Errorf("backup: mirror: %w", err)
	}
	return k.change(func(s *state) { s.Mirrored = k.now() })
}

type mirror struct {
	folder string
	there  map[string]string // names of the folders that are there, by the id at their end
	names  map[review.PersonID]string
	series map[review.SeriesID]string
}

func (m *mirror) open() error {
	if err := os.MkdirAll(m.folder, 0o700); err != nil {
		return err
	}
	entries, err := os.ReadDir(m.folder)
	m.there = map[string]string{}
	for _, entry := range entries {
		if at := strings.LastIndexByte(entry.Name(), ' '); at >= 0 && entry.IsDir() {
			m.there[entry.Name()[at+1:]] = entry.Name()
		}
	}
	return err
}

func (m *mirror) all(ctx context.Context, tx review.Tx) error {
	m.names, m.series = map[review.PersonID]string{}, map[review.SeriesID]string{}
	people, err := tx.People().List()
	if err != nil {
		return err
	}
	for _, p := range people {
		m.names[p.ID] = p.Name
	}
	series, err := tx.Series().List()
	if err != nil {
		return err
	}
	for _, s := range series {
		m.series[s.ID] = s.Name
	}
	drafts, err := tx.Drafts().List(review.DraftFilter{})
	if err != nil && !errors.Is(err, review.ErrDamaged) {
		return err
	}
	for _, d := range drafts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := m.draft(tx, d); err != nil && !errors.Is(err, review.ErrDamaged) {
			return err
		}
	}
	return nil
}

func (m *mirror) draft(tx review.Tx, d review.Draft) error {
	rev, err := tx.Revisions().Get(d.ID, d.Head)
	if err != nil {
		return err
	}
	signs, err := tx.SignOffs().List(d.ID)
	if err != nil {
		return err
	}
	record, err := m.leafOf(d, rev, signs)
	if err != nil {
		return err
	}
	folder, err := m.folderOf(d, rev.Text)
	if err != nil {
		return err
	}
	if err := replace(filepath.Join(folder, mirrorText), plain(rev.Text)); err != nil {
		return err
	}
	return replace(filepath.Join(folder, mirrorRecord), record)
}

func (m *mirror) leafOf(d review.Draft, rev review.Revision, signs []review.SignOff) ([]byte, error) {
	text, err := doc.Encode(rev.Text)
	if err != nil {
		return nil, err
	}
	l := leaf{ID: d.ID, Series: m.series[d.Series], State: d.State, Number: d.Number, Revision: rev.Seq, TextHash: rev.TextHash,
		At: rev.At, By: m.names[rev.Author], Text: text, SignOffs: []leafSignOff{}}
	for _, s := range signs {
		l.SignOffs = append(l.SignOffs, leafSignOff{s.Role, s.Name, s.At, s.Revision, s.TextHash, s.Comment, s.Fell})
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(l)
	return out.Bytes(), err
}

// plain is a text as lines that anybody can read.
func plain(b doc.Bulletin) []byte {
	var out strings.Builder
	for _, line := range form.Lines(b) {
		out.WriteString(line.String() + "\n")
	}
	return []byte(out.String())
}

// folderOf returns the folder of an issue, under the name that it now has.
func (m *mirror) folderOf(d review.Draft, b doc.Bulletin) (string, error) {
	b.Masthead.Number = d.Number
	name := mirrorName(d, b)
	folder := filepath.Join(m.folder, name)
	if old, ok := m.there[string(d.ID)]; ok && old != name {
		if err := os.Rename(filepath.Join(m.folder, old), folder); err != nil {
			return "", err
		}
	}
	return folder, os.MkdirAll(folder, 0o700)
}

// mirrorName ends with the draft's id, by which its folder is known again.
func mirrorName(d review.Draft, b doc.Bulletin) string {
	const room = 40 // characters: whole paths must fit everywhere
	title := []rune(exchange.SafeName(exchange.BaseName(b, "")))
	name := strings.TrimSpace(string(title[:min(room, len(title))]))
	if d.Number.Year > 0 {
		name = fmt.Sprintf("%d %s", d.Number.Year, name)
	}
	return name + " " + string(d.ID)
}

// replace writes a file unless it holds just that.
func replace(path string, data []byte) error {
	if is, err := os.ReadFile(path); err == nil && bytes.Equal(is, data) {
		return nil
	}
	return writeWhole(path, data)
}
