package proof

// phraseLimits says from which length on how many characters of a phrase may
// differ for it to be meant.
var phraseLimits = []struct{ length, limit int }{{12, 3}, {8, 2}, {5, 1}}

func phraseLimit(length int) int {
	for _, l := range phraseLimits {
		if length >= l.length {
			return l.limit
		}
	}
	return 0
}

func phraseTargets(phrases []FixedPhrase) []target {
	var targets []target
	for _, f := range phrases {
		runes := []rune(f.Text)
		targets = append(targets, target{runes, phraseLimit(len(runes)), true, f.Validity})
	}
	return targets
}

func phraseTexts(phrases []FixedPhrase) []timed {
	var words []timed
	for _, f := range phrases {
		words = append(words, timed{f.Text, f.Validity})
	}
	return words
}
