package cli

import "strings"

// option is a flag that some command takes. Flags stand before or after other
// arguments, as "--name value" or "--name=value"; the sentence that explains
// one is "cli.flag.<name>".
type option struct {
	name     string
	value    string // catalogue key of what stands for its value in the help; "" for a switch
	repeated bool
}

// options lists every flag of every command: a flag means one thing everywhere.
var options = []option{
	{name: "db", value: "path"},
	{name: "sample"},
	{name: "json"},
	{name: "lang", value: "lang"},
	{name: "help"},
	{name: "version"},
	{name: "as", value: "name"},
	{name: "pin-file", value: "path"},
	{name: "old-pin-file", value: "path"},
	{name: "series", value: "series"},
	{name: "no-repair"},
	{name: "as-changes-of", value: "id"},
	{name: "author", value: "name"},
	{name: "against", value: "number"},
	{name: "format", value: "format"},
	{name: "from", value: "path"},
	{name: "role", value: "role", repeated: true},
	{name: "issue", value: "number"},
	{name: "total", value: "number"},
	{name: "year", value: "number"},
	{name: "note", value: "text"},
	{name: "reason", value: "text"},
	{name: "override", value: "text"},
	{name: "demand", value: "text", repeated: true},
	{name: "to", value: "to"},
	{name: "undo"},
	{name: "done"},
	{name: "decline"},
	{name: "text", value: "text"},
	{name: "at", value: "quote"},
	{name: "reply", value: "number"},
	{name: "out", value: "dir"},
	{name: "pick", value: "side", repeated: true},
	{name: "encoding", value: "encoding"},
	{name: "bom"},
	{name: "crlf"},
	{name: "plain"},
	{name: "as-of", value: "date"},
	{name: "field", value: "field"},
	{name: "since", value: "date"},
	{name: "until", value: "date"},
	{name: "state", value: "state", repeated: true},
	{name: "earlier"},
	{name: "skip", value: "number"},
	{name: "normalise"},
	{name: "report", value: "path"},
	{name: "despite", value: "text"},
	{name: "scope", value: "scope"},
	{name: "off"},
	{name: "on"},
	{name: "level", value: "level"},
	{name: "png", value: "dir"},
	{name: "sentences"},
	{name: "wide-margin"},
	{name: "replace"},
	{name: "yes"},
	{name: "label", value: "label"},
	{name: "lost"},
	{name: "forget"},
}

// global lists the flags that every command takes.
var global = []string{"db", "sample", "json", "lang", "help"}

func optionOf(name string) (option, bool) {
	for _, o := range options {
		if o.name == name {
			return o, true
		}
	}
	return option{}, false
}

// input is a command line taken apart.
type input struct {
	words  []string            // what is no flag, in order
	values map[string][]string // of flags; a switch has the value ""
}

func (in input) has(flag string) bool { return len(in.values[flag]) > 0 }

// first returns a flag's value, or "".
func (in input) first(flag string) string {
	if v := in.values[flag]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// parse takes args apart; what stands after "--" is no flag. The input is
// usable also where an error is returned: as far as it was understood.
func parse(args []string) (input, error) {
	in := input{values: map[string][]string{}}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			in.words = append(in.words, args[i+1:]...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			in.words = append(in.words, arg)
			continue
		}
		used, err := in.flag(arg, args[i+1:])
		if err != nil {
			return in, err
		}
		i += used
	}
	return in, nil
}

// flag takes one flag, and reports how many of the arguments after it are its
// value.
func (in *input) flag(arg string, rest []string) (used int, err error) {
	name, value, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	if name == "h" {
		name = "help"
	}
	o, known := optionOf(name)
	switch {
	case !known:
		return 0, usage("cli.flag.unknown", "flag", arg)
	case o.value == "" && joined:
		return 0, usage("cli.flag.switch", "flag", "--"+name)
	case o.value != "" && !joined && len(rest) == 0:
		return 0, usage("cli.flag.novalue", "flag", "--"+name)
	case in.has(name) && !o.repeated && o.value != "":
		return 0, usage("cli.flag.twice", "flag", "--"+name)
	case o.value != "" && !joined:
		value, used = rest[0], 1
	}
	in.values[name] = append(in.values[name], value)
	return used, nil
}
