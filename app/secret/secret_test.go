package secret

import (
	"errors"
	"testing"

	"github.com/zalando/go-keyring"
)

func here() bool { return true }

func TestKeepReadForget(t *testing.T) {
	keyring.MockInit()
	ring := system{present: here, patience: patience}
	if _, known := ring.Password("db1", "wang"); known || !ring.Available() {
		t.Fatal("an empty keyring is not empty, or not there")
	}
	if err := ring.Keep("db1", "wang", "secret"); err != nil {
		t.Fatal(err)
	}
	if got, known := ring.Password("db1", "wang"); got != "secret" || !known {
		t.Errorf("read %q, %v", got, known)
	}
	if _, known := ring.Password("db2", "wang"); known {
		t.Error("one password serves every server")
	}
	if err := ring.Forget("db1", "wang"); err != nil {
		t.Error(err)
	}
	var gone *Error
	if err := ring.Forget("db1", "wang"); !errors.As(err, &gone) || gone.Code != CodeGone {
		t.Errorf("forgetting nothing: %v", err)
	}
}

func TestWithoutAKeyring(t *testing.T) {
	for name, c := range map[string]struct {
		ring system
		mock func()
	}{
		"no bus":     {system{func() bool { return false }, patience}, keyring.MockInit},
		"no service": {system{here, patience}, func() { keyring.MockInitWithError(errors.New("no such service")) }},
	} {
		c.mock()
		if c.ring.Available() {
			t.Errorf("%s: there is a keyring", name)
		}
		if _, known := c.ring.Password("db1", "wang"); known {
			t.Errorf("%s: a password is known", name)
		}
		for _, err := range []error{c.ring.Keep("db1", "wang", "secret"), c.ring.Forget("db1", "wang")} {
			var none *Error
			if !errors.As(err, &none) || none.Code != CodeNone {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// A keyring that waits for somebody to unlock it is not waited for for ever.
func TestASilentKeyring(t *testing.T) {
	until := make(chan struct{})
	defer close(until)
	err := system{present: here}.try(func() error {
		<-until
		return nil
	})
	if !errors.Is(err, errSilent) {
		t.Errorf("it answered %v", err)
	}
}

// Where the session has no bus, none is started for it.
func TestNoBusIsStarted(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	if present() {
		t.Skip("this system has its keyring without a bus")
	}
	if System().Available() {
		t.Error("a keyring answers where there is no bus")
	}
}
