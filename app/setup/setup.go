// Package setup owns how the program is put together: the store, the desk on
// it, the catalogue of sentences, the built-in series and the sample. It does
// not own any face of the program: the window and the command line both begin
// here.
package setup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"jianbao/app/i18n"
	"jianbao/app/secret"
	"jianbao/assets"
	"jianbao/review"
	"jianbao/review/find"
	"jianbao/storage"
	"jianbao/storage/journal"
	"jianbao/storage/move"
)

// Options says what to open.
type Options struct {
	DSN       string          // the database; "" for the one chosen
	Chosen    string          // the server that the settings name; "" for the user's own file
	Sample    bool            // the sample's own database instead, with the sample in it
	Language  i18n.Language   // "" for Chinese
	Passwords secret.Keyring  // of logins to servers; nil for none
	Desk      []review.Option // how the desk works; tests use it
}

// Program is what both faces work with.
type Program struct {
	Desk   *review.Desk
	Finder find.Finder // of the texts in the database
	Words  *i18n.Catalogue
	DSN    string // what was opened

	*Safety

	Journal *journal.Journal // of unsaved copies; nil where the store is on this machine

	store review.Store
}

// Open opens the database, creating it if need be, and gives an empty one the
// built-in series; with Sample also the sample. It returns what storage.Open and
// move.Check return.
func Open(ctx context.Context, o Options) (*Program, error) {
	words, err := Words(o.Language)
	if err != nil {
		return nil, err
	}
	dsn, err := o.Database()
	if err != nil {
		return nil, err
	}
	safety, err := protect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	store, err := storage.Open(ctx, dsn, o.Reach()...)
	if err != nil {
		return nil, err
	}
	if err := move.Check(ctx, store); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	p := &Program{Desk: review.NewDesk(safety.guard(store), deskOptions(o.Desk)...), Words: words, DSN: dsn, store: store, Safety: safety, Finder: storage.Finder(store, dsn)}
	if p.Journal, err = journalOf(store); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	noteServer(dsn, store)
	if err := p.prepare(ctx, o.Sample); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// deskOptions is how every desk of the program works.
func deskOptions(more []review.Option) []review.Option {
	return append([]review.Option{Signing(), Proofreading(), Sealing(), Merging()}, more...)
}

// Close releases the database.
func (p *Program) Close() error { return errors.Join(p.Finder.Close(), p.store.Close()) }

// Report says how the place where the work is kept stands.
func (p *Program) Report(ctx context.Context) (storage.Report, error) {
	return storage.Describe(ctx, p.store, p.DSN)
}

// Verify is Desk.Verify, and the check of the search index and the backups
// where all is verified.
func (p *Program) Verify(ctx context.Context, only review.DraftID) (review.Report, error) {
	return p.VerifyAlong(ctx, only, func(done, all int) {})
}

// VerifyAlong is Verify telling how many of all drafts were looked at.
func (p *Program) VerifyAlong(ctx context.Context, only review.DraftID, along func(done, all int)) (review.Report, error) {
	report, err := p.Desk.VerifyAlong(ctx, only, along)
	if err != nil || only != "" {
		return report, err
	}
	found, err := p.Finder.Check(ctx)
	if err != nil {
		return report, err
	}
	copies, err := p.check(ctx)
	report.Findings = append(append(report.Findings, found...), copies...)
	return report, err
}

// Words returns the catalogue in a language, Chinese for "".
func Words(language i18n.Language) (*i18n.Catalogue, error) {
	if language == "" {
		language = i18n.Chinese
	}
	return i18n.Load(assets.Translations(), language)
}

// Database is the name of what these options open. It returns the
// *storage.AddressError of a chosen address that may not be remembered.
func (o Options) Database() (string, error) {
	switch {
	case o.DSN != "":
		return o.DSN, nil
	case o.Chosen != "" && !o.Sample:
		return o.Chosen, storage.CheckAddress(o.Chosen)
	}
	path, err := storage.DefaultPath()
	if err != nil {
		return "", err
	}
	if o.Sample {
		path = filepath.Join(filepath.Dir(path), "sample.db")
	}
	return path, nil
}

// OnServer reports whether these options open a database on a server.
func (o Options) OnServer() bool {
	name, _ := o.Database() // an address that is refused is one of a server nevertheless
	return storage.IsServer(name)
}

// Reach has the keyring asked where nothing else knows a login's password.
func (o Options) Reach() []storage.Option {
	if o.Passwords == nil {
		return nil
	}
	return []storage.Option{storage.WithPassword(o.Passwords.Password)}
}

func (p *Program) prepare(ctx context.Context, sample bool) error {
	if err := p.installSeries(ctx); err != nil {
		return err
	}
	if sample {
		return p.LoadSample(ctx)
	}
	return nil
}

// installSeries gives a database without series the built-in ones. Where two
// programs start at once, the later one finds each series there already.
func (p *Program) installSeries(ctx context.Context) error {
	all, err := p.Desk.AllSeries(ctx)
	if err != nil || len(all) > 0 {
		return err
	}
	builtin, err := BuiltinSeries()
	if err != nil {
		return err
	}
	for _, s := range builtin {
		_, err := p.Desk.AddSeries(ctx, review.Actor{}, s)
		if err != nil && !errors.Is(err, review.ErrExists) {
			return err
		}
	}
	return nil
}

// BuiltinSeries returns the series that ship with the program.
func BuiltinSeries() ([]review.Series, error) {
	names, err := fs.Glob(assets.Series(), "*.json")
	if err != nil {
		return nil, err
	}
	all := make([]review.Series, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(assets.Series(), name)
		if err != nil {
			return nil, err
		}
		if all[i], err = ParseSeries(data); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}
