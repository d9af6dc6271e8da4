package review_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"jianbao/review"
)

func TestEveryErrorHasItsOwnSentence(t *testing.T) {
	codes := review.Codes()
	sorted := slices.Clone(codes)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(codes) {
		t.Error("a code stands twice")
	}
	for _, err := range []error{review.ErrNotFound, review.ErrStale, review.ErrDamaged, review.ErrWrongPIN} {
		var said interface {
			Message() (string, map[string]string)
		}
		if !errors.As(fmt.Errorf("wrapped: %w", err), &said) {
			t.Fatalf("%v says nothing to people", err)
		}
		if code, _ := said.Message(); !slices.Contains(codes, code) {
			t.Errorf("%v has the code %q, which Codes does not list", err, code)
		}
	}
}

func TestARefusalIsToldByKindAndCode(t *testing.T) {
	err := fmt.Errorf("sign: %w", &review.Refusal{Action: review.ActSign, Code: review.CodePIN, Args: map[string]string{"name": "林初"}})
	if !errors.Is(err, review.ErrRefused) || errors.Is(err, review.ErrNotFound) {
		t.Errorf("%v is not told from other errors", err)
	}
	var r *review.Refusal
	if !errors.As(err, &r) {
		t.Fatal("the refusal is lost in wrapping")
	}
	if code, args := r.Message(); code != review.CodePIN || args["name"] != "林初" {
		t.Errorf("Message() = %s, %v", code, args)
	}
}
