package compose

import (
	"jianbao/app/command"
	"jianbao/review"
)

// proofCommands are those of proofreading.
func (s *Screen) proofCommands() command.List {
	return command.List{
		{ID: "compose.proofs", Key: "Alt+4", Do: func() { s.side.turn(tabProofs) }},
		{ID: "compose.proofnext", Key: "F7", Do: func() { s.stepProof(1) }, Why: s.whyNoFinding},
		{ID: "compose.proofprevious", Key: "Shift+F7", Do: func() { s.stepProof(-1) }, Why: s.whyNoFinding},
		{ID: "compose.fix", Key: "Ctrl+.", Do: s.fixFirst, Why: s.whyNotFix},
		{ID: "compose.ignore", Key: "Ctrl+I", Do: func() { s.ignore(s.proofs.at, review.ScopeOnce) }, Why: s.whyNotIgnore},
		{ID: "compose.normalise", Key: "Ctrl+Shift+G", Do: s.normalise, Why: s.whyNotNormalise},
		{ID: "compose.learn", Key: "Ctrl+Shift+K", Do: s.learn, Why: s.whyNotLearn},
		{ID: "compose.report", Do: s.report, Why: s.whyLoading},
	}
}
