package app

import (
	"context"

	"jianbao/app/connect"
	"jianbao/app/screen"
	"jianbao/app/setup"
)

// Place implements the shell of the settings.
func (w *window) Place(ctx context.Context) (connect.Place, error) {
	report, err := w.program.Report(ctx)
	if err != nil {
		return connect.Place{}, err
	}
	report.Place = screen.Homely(report.Place)
	return connect.Place{Now: setup.Told(w.words, report), Named: w.named, Chosen: w.taste.Database}, nil
}

// Try implements connect.Program.
func (w *window) Try(ctx context.Context, address, password string) (string, error) {
	return w.servers.Try(ctx, address, password)
}

// CanKeep implements connect.Program.
func (w *window) CanKeep() bool { return w.servers.CanKeep() }

// KeepPassword implements connect.Program.
func (w *window) KeepPassword(address, password string) error {
	return w.servers.KeepPassword(address, password)
}

// Check implements connect.Program.
func (w *window) Check(address string) error { return w.servers.Check(address) }

// Choose implements connect.Program.
func (w *window) Choose(address string) error { return w.servers.Choose(address) }

// rememberServer puts an address into the settings.
func (w *window) rememberServer(address string) error {
	w.taste.Database = address
	return w.file.Save(w.taste)
}
