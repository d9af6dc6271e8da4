// Package settings owns what the program remembers of its user's taste: look,
// language, who sat here last, and on which server the work is kept. Nothing of
// it matters to a bulletin: documents and sign-offs live in the store, never
// here; nor does any password.
package settings

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Settings is everything remembered. The zero value is what a first start has.
type Settings struct {
	Language string  `json:"language,omitempty"` // zh, en
	Look     string  `json:"look,omitempty"`     // system, light, dark
	Person   string  `json:"person,omitempty"`   // name of who sat here last
	Series   string  `json:"series,omitempty"`   // id of the series last chosen
	Writing  string  `json:"writing,omitempty"`  // id of the draft on whose page the program stands; none once it was closed
	Database string  `json:"database,omitempty"` // address of the server the work is kept on, never with a password; "" for the database file of one's own
	Idle     *int    `json:"idle,omitempty"`     // minutes after which the window locks, 0 for never; nil for what is usual
	Width    float32 `json:"width,omitempty"`    // of the window, in Fyne's units
	Height   float32 `json:"height,omitempty"`
}

// File is where settings are kept.
type File struct{ path string }

// Default returns the file in the user's configuration folder.
func Default() (File, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return File{}, err
	}
	return File{filepath.Join(dir, "jianbao", "settings.json")}, nil
}

// At returns the file at path.
func At(path string) File { return File{path} }

// Load reads the settings. A file that is missing is the zero Settings; one that
// cannot be read is too, with the error: taste is not worth a refused start.
func (f File) Load() (Settings, error) {
	data, err := os.ReadFile(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, err
	}
	var s Settings
	if err := json.Unmarshal(data, &s); err != nil {
		return Settings{}, err
	}
	return s, nil
}

// Save writes the settings whole or not at all.
func (f File) Save(s Settings) error {
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(f.path), "settings-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), f.path)
}
