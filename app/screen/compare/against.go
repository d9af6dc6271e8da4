package compare

import (
	"jianbao/review"
)

// Against reads a file and goes on with the screen that compares the newest text
// of a draft with it.
func Against(shell Shell, id review.DraftID, name string, data []byte, then func(*Screen)) {
	var read *outside
	shell.Do(func() (err error) {
		read, err = readOutside(name, data)
		return err
	}, func() {
		s := New(shell, id)
		s.outside = read
		then(s)
	})
}
