package cli

import (
	"slices"
	"strings"
)

// command is one row of the table below: help, checking and running read it.
// Its one-line description is the sentence "cli.command.<name>", with "." for
// the blank in the name.
type command struct {
	name  string   // one or two words
	words []string // what it takes besides flags; "?" at the end of one that may be left out
	flags []string // besides the global ones
	need  []string // of flags, those that must be given
	apart bool     // does not open the database by itself
	run   func(*call) (result, error)
}

// commands is set by init, for "help" lists it and stands in it.
var commands []command

func init() {
	commands = []command{
		{name: "help", words: []string{"COMMAND?", "WORD?"}, apart: true, run: help},
		{name: "demo", words: []string{"FILE?"}, flags: []string{"out"}, apart: true, run: demo},
		{name: "import", words: []string{"FILE"}, flags: []string{"series", "as", "no-repair", "as-changes-of", "author"}, run: importFile},
		{name: "list", flags: []string{"series"}, run: list},
		{name: "show", words: []string{"ID[@REV]"}, flags: []string{"format"}, run: show},
		{name: "edit", words: []string{"ID[@REV]"}, flags: []string{"from", "as", "note"}, need: []string{"from"}, run: edit},
		{name: "submit", words: []string{"ID"}, flags: []string{"as"}, run: submit},
		{name: "tick", words: []string{"ID", "CHANGE?"}, flags: []string{"as", "undo"}, run: tick},
		{name: "sign", words: []string{"ID[@REV]"}, flags: []string{"as", "pin-file", "note", "override", "despite"}, run: sign},
		{name: "return", words: []string{"ID"}, flags: []string{"as", "reason", "demand", "to"}, need: []string{"reason", "demand"}, run: sendBack},
		{name: "answer", words: []string{"ID", "N"}, flags: []string{"as", "done", "decline", "note"}, run: answerDemand},
		{name: "comment add", words: []string{"ID"}, flags: []string{"as", "text", "at", "reply"}, need: []string{"text"}, run: addComment},
		{name: "comment close", words: []string{"ID", "N"}, flags: []string{"as", "done", "decline", "note"}, run: closeComment},
		{name: "hold", words: []string{"ID"}, flags: []string{"as", "reason"}, need: []string{"reason"}, run: hold},
		{name: "resume", words: []string{"ID"}, flags: []string{"as"}, run: resume},
		{name: "withdraw", words: []string{"ID"}, flags: []string{"as", "reason"}, need: []string{"reason"}, run: withdraw},
		{name: "issue", words: []string{"ID"}, flags: []string{"as", "pin-file", "despite"}, run: issue},
		{name: "archive", words: []string{"ID"}, flags: []string{"as"}, run: archive},
		{name: "void", words: []string{"ID"}, flags: []string{"as", "reason", "pin-file"}, need: []string{"reason"}, run: void},
		{name: "reissue", words: []string{"ID"}, flags: []string{"as", "reason"}, need: []string{"reason"}, run: reissue},
		{name: "diff", words: []string{"A", "B"}, apart: true, run: compare},
		{name: "compare-file", words: []string{"ID[@REV]", "FILE"}, run: compareFile},
		{name: "blame", words: []string{"ID"}, run: blame},
		{name: "search", words: []string{"TERM?", "TERM?", "TERM?", "TERM?"}, run: search,
			flags: []string{"field", "since", "until", "state", "issue", "total", "year", "series", "earlier", "skip"}},
		{name: "history", words: []string{"ID", "SENTENCE"}, run: history},
		{name: "uses", words: []string{"TERM"}, run: uses},
		{name: "merge", words: []string{"BASE", "MINE", "THEIRS"}, apart: true, run: merge},
		{name: "check", words: []string{"FILE|ID[@REV]"}, flags: []string{"plain", "as-of", "series", "normalise", "report", "as"}, apart: true, run: check},
		{name: "dismiss", words: []string{"ID", "RULE", "TEXT"}, flags: []string{"as", "reason", "scope"}, need: []string{"reason"}, apart: true, run: dismiss},
		{name: "rules", apart: true, run: rules},
		{name: "register list", flags: []string{"series"}, run: listRegisters},
		{name: "register import", words: []string{"FILE"}, flags: []string{"series", "as"}, need: []string{"as"}, run: importRegister},
		{name: "register export", flags: []string{"series"}, run: exportRegister},
		{name: "register remove", words: []string{"ITEM"}, flags: []string{"as"}, need: []string{"as"}, run: removeItem},
		{name: "register slip", words: []string{"ID", "WRONG", "RIGHT"}, flags: []string{"as", "note"}, run: addSlip},
		{name: "export", words: []string{"ID"}, flags: []string{"to", "out", "as", "encoding", "bom", "crlf", "sentences", "wide-margin", "against"}, run: export},
		{name: "packet send", words: []string{"ID"}, flags: []string{"out", "as", "pin-file"}, run: sendPacket},
		{name: "packet open", words: []string{"FILE"}, flags: []string{"as"}, run: openPacket},
		{name: "packet take", words: []string{"FILE"}, flags: []string{"as"}, run: takePacket},
		{name: "packet merge", words: []string{"ID@REV"}, flags: []string{"pick", "as"}, run: mergeAside},
		{name: "pages", words: []string{"ID"}, flags: []string{"png", "sentences", "wide-margin"}, run: pages},
		{name: "signature", words: []string{"ID"}, flags: []string{"out"}, run: showSignatures},
		{name: "verify", words: []string{"ID|FILE?"}, apart: true, run: verify},
		{name: "repair", flags: []string{"as"}, need: []string{"as"}, run: repair},
		{name: "backup", run: makeBackup},
		{name: "backups", apart: true, run: listBackups},
		{name: "restore", words: []string{"FILE"}, flags: []string{"replace"}, apart: true, run: restore},
		{name: "move", flags: []string{"from", "to"}, need: []string{"from", "to"}, apart: true, run: moveDatabase},
		{name: "database check", apart: true, run: checkDatabase},
		{name: "database upgrade", apart: true, run: upgradeDatabase},
		{name: "database password", flags: []string{"forget"}, apart: true, run: databasePassword},
		{name: "database roles", words: []string{"OWNER?", "DESK?"}, apart: true, run: databaseRoles},
		{name: "people add", words: []string{"NAME"}, flags: []string{"role", "pin-file"}, need: []string{"role"}, run: addPerson},
		{name: "people list", run: listPeople},
		{name: "people pin", words: []string{"NAME"}, flags: []string{"pin-file", "old-pin-file", "lost", "as"}, run: setPIN},
		{name: "people roles", words: []string{"NAME"}, flags: []string{"role"}, need: []string{"role"}, run: setRoles},
		{name: "people leave", words: []string{"NAME"}, run: leave},
		{name: "series list", run: listSeries},
		{name: "series show", words: []string{"SERIES"}, run: showSeries},
		{name: "series add", words: []string{"FILE"}, flags: []string{"as"}, run: addSeries},
		{name: "series change", words: []string{"FILE"}, flags: []string{"as"}, run: changeSeries},
		{name: "series rules", words: []string{"SERIES", "RULE?"}, flags: []string{"off", "on", "level", "as"}, run: seriesRules},
		{name: "series open", words: []string{"SERIES"}, flags: []string{"issue", "total", "year", "label", "as"}, need: []string{"issue", "year"}, run: openLedger},
		{name: "ledger import", words: []string{"FILE"}, flags: []string{"series", "reason", "yes", "as"}, run: importLedger},
		{name: "ledger export", flags: []string{"series"}, run: exportLedger},
	}
}

// find returns the command that words begin with, and the words after it.
func find(words []string) (cmd command, rest []string, ok bool) {
	for n := min(2, len(words)); n > 0; n-- {
		name := strings.Join(words[:n], " ")
		if i := slices.IndexFunc(commands, func(c command) bool { return c.name == name }); i >= 0 {
			return commands[i], words[n:], true
		}
	}
	return command{}, nil, false
}

// typed is the command as it is typed.
func (cmd command) typed() string { return "jianbao " + cmd.name }

// accepts checks a command line against the row of its command.
func (cmd command) accepts(in input) error {
	for _, o := range options {
		if in.has(o.name) && !slices.Contains(global, o.name) && !slices.Contains(cmd.flags, o.name) {
			return usage("cli.flag.notthis", "flag", "--"+o.name, "name", cmd.typed())
		}
	}
	for _, flag := range cmd.need {
		if !in.has(flag) {
			return usage("cli.flag.needed", "flag", "--"+flag, "name", cmd.typed())
		}
	}
	for i, w := range cmd.words {
		if i >= len(in.words) && !strings.HasSuffix(w, "?") {
			return usage("cli.word.missing", "word", w, "name", cmd.typed())
		}
	}
	if len(in.words) > len(cmd.words) {
		return usage("cli.word.extra", "word", in.words[len(cmd.words)], "name", cmd.typed())
	}
	return nil
}
