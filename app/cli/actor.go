package cli

import (
	"errors"
	"slices"
	"strings"

	"jianbao/review"
)

// acting is who does a command.
type acting struct {
	review.Actor
	chosen bool // not named on the command line: the only one who may
}

func (a acting) name() string { return a.Person().Name }

// named returns the person that --as names. Without --as it is nobody: some
// commands want no more.
func (c *call) named() (acting, error) {
	name := c.in.first("as")
	if name == "" {
		return acting{}, nil
	}
	return c.as(name)
}

func (c *call) as(name string) (acting, error) {
	who, err := c.desk.As(c.ctx, name)
	if errors.Is(err, review.ErrNotFound) {
		err = fail(err, "cli.person.unknown", "name", name)
	}
	return acting{Actor: who}, err
}

// who returns the person that --as names, else the only one who may do the
// action on the draft now.
func (c *call) who(f *review.File, a review.Action) (acting, error) {
	if c.in.has("as") {
		return c.named()
	}
	people, err := c.desk.People(c.ctx)
	if err != nil {
		return acting{}, err
	}
	var may []acting
	var refusal error
	for _, p := range people {
		who, err := c.as(p.Name)
		if err != nil {
			return acting{}, err
		}
		switch err := f.Can(a, who.Actor, review.Ask{Reason: "?", Override: "?", Errors: "?"}); {
		case refusedFor(err, review.CodeState):
			return acting{}, err
		case refusedFor(err, review.CodeSameHand):
			refusal = err
		case refusedFor(err, personal...):
		default:
			may = append(may, who)
		}
	}
	if len(may) == 0 && refusal != nil {
		return acting{}, refusal
	}
	return only(may)
}

// only returns the one of several, or says that a name is needed.
func only(may []acting) (acting, error) {
	if len(may) == 1 {
		may[0].chosen = true
		return may[0], nil
	}
	names := make([]string, len(may))
	for i, m := range may {
		names[i] = m.name()
	}
	if len(names) == 0 {
		return acting{}, fail(nil, "cli.as.nobody")
	}
	return acting{}, usage("cli.as.needed", "names", strings.Join(names, "、"))
}

// personal are, beside CodeSameHand, the refusals that are about the person: somebody else might.
var personal = []string{review.CodeRole, review.CodeNoRole, review.CodeInactive}

func refusedFor(err error, codes ...string) bool {
	var refusal *review.Refusal
	return errors.As(err, &refusal) && slices.Contains(codes, refusal.Code)
}

// signer is who, with the PIN given.
func (c *call) signer(f *review.File, a review.Action) (acting, error) {
	who, err := c.who(f, a)
	if err != nil {
		return acting{}, err
	}
	return c.unlock(who)
}

func (c *call) unlock(who acting) (acting, error) {
	if who.Person().PIN == "" {
		return acting{}, review.ErrNoPIN
	}
	pin, err := c.pin("pin-file", "cli.pin.ask", who.name())
	if err != nil {
		return acting{}, err
	}
	who.Actor, err = c.desk.Unlock(c.ctx, who.name(), pin)
	return who, err
}
