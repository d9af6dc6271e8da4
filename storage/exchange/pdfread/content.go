package pdfread

import "strings"

// interpreter runs what draws a page, as far as it is text.
type interpreter struct {
	reader *reader
	page   reference
	fonts  map[name]*textFont

	font   *textFont
	inside bool // of marked content
	block  int  // that the content belongs to, -1 for none
	text   strings.Builder
}

// operands is how many values stand before each operator that we use. Any other
// operator is not ours, and may draw what no text tells.
var operands = map[operator]int{"BMC": 1, "BDC": 2, "EMC": 0, "BT": 0, "ET": 0, "Tf": 2, "Tc": 1, "Tm": 6, "TJ": 1,
	"rg": 3, "re": 4, "f": 0}

func (i *interpreter) run(content []byte) error {
	l := &lexer{data: content}
	var stack []any
	for l.more() {
		v, err := l.value(0)
		if err != nil {
			return err
		}
		op, ok := v.(operator)
		if !ok {
			stack = append(stack, v)
			continue
		}
		if n, known := operands[op]; !known || n != len(stack) {
			return foreign("an operator %s with %d values", op, len(stack))
		}
		if err := i.operate(op, stack); err != nil {
			return err
		}
		stack = stack[:0]
	}
	if i.inside || len(stack) > 0 {
		return foreign("an open end")
	}
	return nil
}

func (i *interpreter) operate(op operator, values []any) error {
	switch op {
	case "BMC":
		return i.begin(values[0], nil)
	case "BDC":
		return i.begin(values[0], values[1])
	case "EMC":
		return i.end()
	case "Tf":
		key, _ := values[0].(name)
		if i.font = i.fonts[key]; i.font == nil {
			return foreign("a font %v", values[0])
		}
	case "TJ":
		return i.show(values[0])
	}
	return nil
}

func (i *interpreter) begin(tag, properties any) error {
	if i.inside {
		return foreign("content marked twice")
	}
	i.inside, i.block = true, -1
	if tag == name("Artifact") && properties == nil {
		return nil
	}
	d, _ := properties.(dict)
	id, isNumber := d["MCID"].(float64)
	at := mark{i.page, int(id)}
	block, ok := i.reader.blocks[at]
	if tag != name("P") || len(d) != 1 || !isNumber || !ok {
		return foreign("content marked %v %v", tag, properties)
	}
	delete(i.reader.blocks, at)
	i.block = block
	return nil
}

func (i *interpreter) end() error {
	if !i.inside {
		return foreign("an end without a beginning")
	}
	switch text := i.text.String(); {
	case i.block >= 0:
		i.reader.found.Add(i.block, text)
	case text != "":
		i.reader.found.AddFurniture(text)
	}
	i.inside = false
	i.text.Reset()
	return nil
}

func (i *interpreter) show(value any) error {
	parts, ok := value.(list)
	if !ok || !i.inside || i.font == nil {
		return foreign("text without a place")
	}
	for _, part := range parts {
		switch part := part.(type) {
		case float64:
		case text:
			s, err := i.font.decode(part)
			if err != nil {
				return err
			}
			i.text.WriteString(s)
		default:
			return foreign("text %v", part)
		}
	}
	return nil
}
