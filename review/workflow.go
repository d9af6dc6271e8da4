package review

import (
	"slices"
	"strconv"

	"jianbao/editor/doc"
)

// Action is something a person does to a draft.
type Action string

// The actions.
const (
	ActCreate   Action = "create"
	ActEdit     Action = "edit"
	ActSubmit   Action = "submit"   // 送审
	ActSign     Action = "sign"     // 签字
	ActReturn   Action = "return"   // 退回
	ActAnswer   Action = "answer"   // 答复修改要求
	ActComment  Action = "comment"  // 批注
	ActDecide   Action = "decide"   // 接受、不接受改动
	ActTick     Action = "tick"     // 核对要害改动
	ActDismiss  Action = "dismiss"  // 不采纳校对问题
	ActStep     Action = "step"     // 逐句核
	ActUntick   Action = "untick"   // a tick taken back; whoever may tick may do that
	ActHold     Action = "hold"     // 缓发
	ActResume   Action = "resume"   // 恢复
	ActWithdraw Action = "withdraw" // 撤稿
	ActIssue    Action = "issue"    // 印发
	ActArchive  Action = "archive"  // 归档
	ActVoid     Action = "void"     // 作废
	ActReissue  Action = "reissue"  // 更正重印
	ActSlip     Action = "slip"     // 记错情
	ActSpread   Action = "spread"   // 分发份数

	// Actions beside drafts, for the event chain.
	ActPerson   Action = "person"
	ActSeries   Action = "series"
	ActLedger   Action = "ledger"
	ActFall     Action = "fall" // a sign-off fell
	ActExport   Action = "export"
	ActUnlike   Action = "unlike"   // a file did not say what the text says: 回读核对
	ActRegister Action = "register" // 名录
	ActKey      Action = "key"      // a key was made, or ended
	ActPIN      Action = "pin"      // a wrong PIN was given
	ActMend     Action = "mend"     // damaged texts were put right from a backup
	ActPacket   Action = "packet"   // 评审包: sent, opened, sent back, taken in
	ActRelieve  Action = "relieve"  // 接手: a lease was taken over from its holder
)

// hand says who may do an action.
type hand int

const (
	anyHand   hand = iota // whoever holds a role in the series, drafting included
	chainHand             // whoever holds a role of the chain
	turnHand              // whoever holds the role whose turn it is
)

// need is something that must be so before an action.
type need int

const (
	complete  need = iota // the template's parts are filled, the text is valid
	answered              // every demand is answered
	settled               // every comment thread is closed, or overridden
	proofread             // no error stands, or a reason is given for letting it
	ticked                // the person has ticked every critical change
	verified              // the PIN was given
	otherHand             // the person has no other hand on this text
	reasoned              // a reason is given
	alike                 // no file failed its read-back check, or a reason is given
)

// transition is one row of the workflow: what may be done where, by whom, on
// which conditions, and where it leads. An empty to leaves the state alone or
// lets the use case decide (sign: next step or final; resume: where it was).
type transition struct {
	action Action
	from   []State
	who    hand
	needs  []need
	to     State
}

var workflow = []transition{
	{ActEdit, []State{Drafting, Reviewing}, turnHand, nil, ""},
	{ActSubmit, []State{Drafting}, turnHand, []need{complete, answered}, Reviewing},
	{ActSign, []State{Reviewing}, turnHand, []need{complete, answered, settled, otherHand, proofread, ticked, verified}, ""},
	{ActReturn, []State{Reviewing}, turnHand, []need{reasoned}, ""},
	{ActAnswer, []State{Drafting, Reviewing}, turnHand, nil, ""},
	{ActComment, []State{Drafting, Reviewing}, anyHand, nil, ""},
	{ActDecide, []State{Drafting, Reviewing}, turnHand, nil, ""},
	{ActTick, []State{Reviewing}, turnHand, nil, ""},
	{ActDismiss, []State{Drafting, Reviewing}, turnHand, []need{reasoned}, ""},
	{ActStep, []State{Drafting, Reviewing}, turnHand, nil, ""},
	{ActHold, []State{Drafting, Reviewing, Final}, chainHand, []need{reasoned}, Held},
	{ActResume, []State{Held}, chainHand, nil, ""},
	{ActWithdraw, []State{Drafting}, anyHand, []need{reasoned}, Withdrawn},
	{ActWithdraw, []State{Reviewing, Held}, chainHand, []need{reasoned}, Withdrawn},
	{ActIssue, []State{Final}, chainHand, []need{alike, verified}, Issued},
	{ActArchive, []State{Issued}, chainHand, nil, Archived},
	{ActVoid, []State{Final, Issued, Archived}, chainHand, []need{reasoned, verified}, Voided},
	{ActReissue, []State{Issued, Archived}, anyHand, []need{reasoned}, ""},
	{ActSpread, []State{Drafting, Reviewing, Final, Issued}, anyHand, nil, ""},
	{ActSlip, []State{Final, Issued, Archived}, anyHand, nil, ""},
}

// Actions lists the actions on a draft in the order of the workflow table.
func Actions() []Action {
	var list []Action
	for _, t := range workflow {
		if !slices.Contains(list, t.action) {
			list = append(list, t.action)
		}
	}
	return list
}

// transitionOf returns the row for an action in a state, and whether there is
// one.
func transitionOf(a Action, in State) (transition, bool) {
	for _, t := range workflow {
		if t.action == a && slices.Contains(t.from, in) {
			return t, true
		}
	}
	return transition{}, false
}

// Ask is what a person brings to an action beyond himself.
type Ask struct {
	Reason   string // for actions that want one
	Override string // passes open comments where the series allows it
	Errors   string // passes errors that proofreading finds
}

// Can answers the one question of the workflow: may this person do this now?
// It returns nil, or a *Refusal saying why not.
func (f *File) Can(a Action, who Actor, ask Ask) error {
	if err := f.may(a, who); err != nil {
		return err
	}
	t, _ := transitionOf(a, f.Draft.State)
	for _, n := range t.needs {
		if err := f.meets(n, a, who, ask); err != nil {
			return err
		}
	}
	return nil
}

// may answers by state and role alone.
func (f *File) may(a Action, who Actor) error {
	if p, ok := f.People[who.person.ID]; ok {
		who.person = p // roles may have changed since he sat down
	}
	t, ok := transitionOf(a, f.Draft.State)
	if !ok {
		return refuse(a, CodeState, "state", string(f.Draft.State))
	}
	if f.Draft.Foreign() {
		return f.mayAbroad(a, who)
	}
	if a == ActWithdraw && f.Draft.State == Held && f.Draft.HeldFrom == Final {
		return refuse(a, CodeNumbered)
	}
	return f.mayAct(t, who)
}

func (f *File) mayAct(t transition, who Actor) error {
	p := who.person
	if p.Left {
		return refuse(t.action, CodeInactive, "name", p.Name)
	}
	chain := f.Series.Chain()
	switch t.who {
	case turnHand:
		if role := f.Draft.Waiting(f.Series); !p.Has(role) {
			return refuse(t.action, CodeRole, "name", p.Name, "role", string(role))
		}
	case chainHand:
		if !p.HasAny(chain) {
			return refuse(t.action, CodeRole, "name", p.Name, "role", string(chain[len(chain)-1]))
		}
	case anyHand:
		if !p.HasAny(append(chain, RoleDrafter)) {
			return refuse(t.action, CodeNoRole, "name", p.Name)
		}
	}
	return nil
}

func (f *File) meets(n need, a Action, who Actor, ask Ask) error {
	switch n {
	case complete:
		return f.isComplete(a)
	case answered:
		if open := f.OpenDemands(); len(open) > 0 {
			return refuse(a, CodeDemands, "count", strconv.Itoa(len(open)))
		}
	case settled:
		return f.isSettled(a, ask)
	case proofread:
		return f.isProofread(a, ask)
	case alike:
		return f.isAlike(a, ask)
	case ticked:
		return f.isTicked(a, who.person.ID)
	case verified:
		if !who.verified {
			return refuse(a, CodePIN, "name", who.person.Name)
		}
	case otherHand:
		if role, ok := f.otherHandOf(who.person.ID); ok && f.Series.SameHandReason == "" {
			return refuse(a, CodeSameHand, "name", who.person.Name, "other", string(role), "role", string(f.Draft.Waiting(f.Series)))
		}
	case reasoned:
		if ask.Reason == "" {
			return refuse(a, CodeReason)
		}
	}
	return nil
}

func (f *File) isComplete(a Action) error {
	code, problems := CodeInvalid, f.Head.Text.Validate()
	if len(problems) == 0 {
		code, problems = CodeMissing, f.Missing()
	}
	if len(problems) == 0 {
		return nil
	}
	r := refuse(a, code, "count", strconv.Itoa(len(problems)))
	r.Problems = problems
	return r
}

func (f *File) isSettled(a Action, ask Ask) error {
	open := f.OpenComments()
	switch {
	case len(open) == 0:
		return nil
	case ask.Override == "":
		return refuse(a, CodeComments, "count", strconv.Itoa(len(open)))
	case !f.Series.AllowOverride:
		return refuse(a, CodeOverridden)
	}
	return nil
}

// Missing lists what the series' template still wants of the newest text.
func (f *File) Missing() []doc.Problem { return f.Series.Template.Missing(f.Head.Text) }

// otherHandOf returns another hand the person has on this text: drafting it in
// any round, or a standing sign-off at another step.
func (f *File) otherHandOf(p PersonID) (Role, bool) {
	for _, r := range f.Revisions {
		if r.Author == p && r.Stage == RoleDrafter {
			return RoleDrafter, true
		}
	}
	for _, s := range f.SignOffs {
		if s.Person == p && s.Step != f.Draft.Step && s.Stands(f.Head.TextHash) {
			return s.Role, true
		}
	}
	return "", false
}
