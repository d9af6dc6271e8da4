package proof

// methods make what works for a rule that looks at one passage, by its type.
var methods = map[string]func(*Rule) (method, error){
	"pattern":   func(r *Rule) (method, error) { return newPattern(r) },
	"words":     func(r *Rule) (method, error) { return newWordList(r.Words) },
	"nosuchday": one(noSuchDay),
	"weekday":   one(weekday),
	"reversed":  one(reversed),
	"future":    one(future),
	"yearless":  one(yearless),
	"sum":       one(sums),
	"growth":    one(growth),
	"share":     one(shares),
	"count":     one(counts),
	"repeat":    func(r *Rule) (method, error) { return repeats{r.Words}, nil },
	"long":      one(longSentences),
	"phone":     one(phones),
}

// surveys are the types of rule that look at several passages.
var surveys = map[string]survey{
	"unpaired":      pairing{unpaired},
	"turned":        pairing{turned},
	"nested":        pairing{nestedQuote},
	"nestedtitle":   pairing{nestedTitle},
	"nestedbracket": pairing{nestedBracket},
	"halfbracket":   pairing{halfBracket},
	"numbering":     numbering{broken},
	"skipped":       numbering{skipped},
	"single":        numbering{single},
	"chain":         all(chains),
	"ordinals":      all(ordinals),
	"cut":           all(cuts),
	"unended":       all(unended),
	"split":         all(splits),
	"duplicate":     all(duplicates),
	"variant":       all(variants),
	"samehand":      all(sameHand),
	"distribution":  all(distribution),
	"leak":          all(leaks),
}

// in is a method that is one function.
type in func(*passage) []hit

func (f in) find(p *passage) []hit { return f(p) }

func one(f in) func(*Rule) (method, error) { return func(*Rule) (method, error) { return f, nil } }

// all is a survey that is one function.
type all func(*sheet) []placed

func (f all) survey(s *sheet) []placed { return f(s) }
