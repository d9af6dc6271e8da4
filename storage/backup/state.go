package backup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"jianbao/editor/doc"
)

// state is what the keeper remembers, in a file beside the database.
type state struct {
	Folder    string             `json:"folder,omitempty"` // chosen by the user; "" for the one beside the database
	Checked   map[string]verdict `json:"checked,omitempty"`
	Rehearsed time.Time          `json:"rehearsed,omitzero"` // when a restore was last tried and went well
	Mirrored  time.Time          `json:"mirrored,omitzero"`
	Failed    string             `json:"failed,omitempty"` // what kept the last copy from being made
	FailedAt  time.Time          `json:"failedat,omitzero"`
	Adopt     string             `json:"adopt,omitempty"` // the restored file to begin with next time
}

// verdict is what the last look at a copy found.
type verdict struct {
	At    time.Time `json:"at"`
	Sum   doc.Hash  `json:"sum"` // of the file, when it was found sound
	Sound bool      `json:"sound"`
}

func (k *Keeper) statePath() string { return k.path + ".backups.json" }

// load reads the state. One that cannot be read is an empty one: the copies
// matter, and they are in the folder.
func (k *Keeper) load() (state, error) {
	s := state{Checked: map[string]verdict{}}
	data, err := os.ReadFile(k.statePath())
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("backup: %w", err)
	}
	if json.Unmarshal(data, &s) != nil || s.Checked == nil {
		return state{Checked: map[string]verdict{}}, nil
	}
	return s, nil
}

// change reads the state, changes it and writes it whole.
func (k *Keeper) change(f func(*state)) error {
	s, err := k.load()
	if err != nil {
		return err
	}
	f(&s)
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return writeWhole(k.statePath(), data)
}

// writeWhole replaces a file by one that is on disk before it gets the name.
func writeWhole(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".tmp-*")
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer os.Remove(tmp.Name()) // gone once it was renamed
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

func (k *Keeper) folderOf(s state) string {
	if s.Folder != "" {
		return s.Folder
	}
	return k.path + ".backups"
}

// Folder is where the copies lie.
func (k *Keeper) Folder() string {
	s, _ := k.load() // without a state it is the folder beside the database
	return k.folderOf(s)
}

// SetFolder has the copies made in another folder from now on; "" is the one
// beside the database. Copies made before stay where they are.
func (k *Keeper) SetFolder(folder string) error {
	if folder != "" {
		whole, err := filepath.Abs(folder)
		if err != nil {
			return fmt.Errorf("backup: %w", err)
		}
		if err := os.MkdirAll(whole, 0o700); err != nil {
			return &Problem{Code: CodeFolder, Args: map[string]string{"folder": whole}, Err: err}
		}
		folder = whole
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.change(func(s *state) { s.Folder = folder })
}
