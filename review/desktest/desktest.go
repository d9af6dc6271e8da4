// Package desktest owns the suite that review.Desk must pass on every store:
// the use cases and the nine rules of the sign-off, told in the words of an
// office. It does not test a store's own promises; that is storage/storetest.
package desktest

import (
	"slices"
	"testing"

	"jianbao/review"
)

// rule is something that must hold, said as a sentence, and its proof.
type rule struct {
	says string
	test func(*office)
}

// Run proves every rule, each on a new store. newStore releases what it made
// with tb.Cleanup.
func Run(t *testing.T, newStore func(tb testing.TB) review.Store) {
	rules := slices.Concat(wayRules, handRules, changeRules, saveRules, autosaveRules, frozenRules, returnRules,
		commentRules, enterRules, decisionRules, tickRules, deltaRules, proofRules, dismissRules, registerRules, stepRules, numberRules, ledgerRules, reissueRules, pinRules, peopleRules, seriesRules, issueRules, surveyRules, eventRules, verifyRules,
		signatureRules, keyRules, tryRules, packetRules, sessionRules, leaseRules, interleaveRules)
	for _, r := range rules {
		t.Run(r.says, func(t *testing.T) { r.test(newOffice(t, newStore(t))) })
	}
}
