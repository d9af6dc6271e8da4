package faulttest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"jianbao/review"
	"jianbao/storage"
)

// The tests start this same program again as a child that plays a role.
const (
	roleVariable = "JIANBAO_FAULT_ROLE"
	pathVariable = "JIANBAO_FAULT_PATH"
)

// roles are what a child may be told to do with the database at a path.
var roles = map[string]func(ctx context.Context, s review.Store) error{
	"save":  saveForever,
	"share": shareDraft,
}

func TestMain(m *testing.M) {
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := play(role, os.Getenv(pathVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// bare are roles that open the database themselves, or fail to.
var bare = map[string]func(ctx context.Context, path string) error{}

func play(role, path string) error {
	ctx := context.Background()
	if do, ok := bare[role]; ok {
		return do(ctx, path)
	}
	s, err := storage.Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close() // what matters was acknowledged before
	return roles[role](ctx, s)
}

// child returns the command that plays a role on a database.
func child(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), roleVariable+"="+role, pathVariable+"="+path)
	cmd.Stderr = os.Stderr
	return cmd
}

// times reads how often something is to be done from the environment.
func times(t *testing.T, variable string, otherwise int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is not a number", variable, text)
	}
	return n
}

// chance returns random numbers that a failed test can be repeated with.
func chance(t *testing.T) *rand.Rand {
	seed := rand.Uint64()
	t.Logf("random numbers from seed %d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// sentence is what people read where this error ends: every fault has one.
func sentence(t *testing.T, err error) string {
	t.Helper()
	var m interface {
		Message() (string, map[string]string)
	}
	if !errors.As(err, &m) {
		t.Errorf("no sentence for %v", err)
		return ""
	}
	code, _ := m.Message()
	data, readErr := os.ReadFile("../../assets/translations/store.zh.json")
	var words map[string]string
	if readErr = errors.Join(readErr, json.Unmarshal(data, &words)); readErr != nil || words[code] == "" {
		t.Errorf("no sentence for %s (%v)", code, readErr)
	}
	return words[code]
}

func open(t *testing.T, path string) review.Store {
	t.Helper()
	s, err := storage.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
