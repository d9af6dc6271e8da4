package textview

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"jianbao/editor/buffer"
	"jianbao/editor/typeset"
)

// serif is a font of the program, found from this folder.
var serif = sync.OnceValue(func() fyne.Resource {
	content, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "NotoSerifSC-Regular.ttf"))
	if err != nil {
		panic(err)
	}
	return fyne.NewStaticResource("NotoSerifSC-Regular.ttf", content)
})

// plainTheme has few colours, one font and no surprises.
type plainTheme struct{ fyne.Theme }

func (plainTheme) Font(fyne.TextStyle) fyne.Resource { return serif() }

func (plainTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		return 16
	}
	return theme.DefaultTheme().Size(name)
}

func (plainTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch name {
	case "ink":
		return color.NRGBA{A: 0xFF}
	case "red":
		return color.NRGBA{R: 0xC0, A: 0xFF}
	case "green":
		return color.NRGBA{G: 0x80, A: 0xFF}
	case "tint":
		return color.NRGBA{G: 0x80, A: 0x20}
	case "blue":
		return color.NRGBA{B: 0xC0, A: 0x60}
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

func plainLook() Look {
	return Look{
		Size:   16,
		Faces:  []Face{func(rune) fyne.Resource { return serif() }},
		Body:   typeset.Body(),
		Colors: Colors{Ink: "ink", Hint: "green", Caret: "red", Selection: "blue", Frame: "green"},
		Marks: map[MarkKind]MarkStyle{
			Changed:      {Bar: true, Color: "green"},
			Comment:      {Line: Dotted, Color: "red", Tint: "tint"},
			Insertion:    {Line: Straight, Color: "green", Ink: "green"},
			Deletion:     {Strike: true, Color: "red", Ink: "red"},
			Proofreading: {Line: Wavy, Color: "red"},
			SearchHit:    {Tint: "tint"},
		},
	}
}

// desk is a view in a window of the test driver, with a clock that stands
// until it is told to go.
type desk struct {
	*View
	pane   *Pane
	window fyne.Window
	app    fyne.App
	time   time.Time
	turn   []func() // what is to be done when the events at hand are dealt with
	ticks  []func() // what is done again and again
}

func newDesk(t testing.TB, text string) *desk {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(plainTheme{theme.DefaultTheme()})
	d := &desk{app: app, time: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)}
	d.View = New(newBuffer(t, text), plainLook(), Options{})
	d.clock = clock{now: func() time.Time { return d.time }, later: d.later, every: d.every}
	d.pane = NewPane(d.View)
	d.window = test.NewTempWindow(t, d.pane)
	d.window.SetPadded(false)
	d.window.Resize(fyne.NewSize(16*20+2*inset, 400))
	d.window.Canvas().Focus(d.View)
	return d
}

func (d *desk) later(do func()) { d.turn = append(d.turn, do) }

func (d *desk) every(_ time.Duration, do func()) (stop func()) {
	i := len(d.ticks)
	d.ticks = append(d.ticks, do)
	return func() { d.ticks[i] = nil }
}

// tick does once what is done again and again.
func (d *desk) tick() {
	for _, do := range d.ticks {
		if do != nil {
			do()
		}
	}
}

// end ends the turn of the event loop.
func (d *desk) end() {
	turn := d.turn
	d.turn = nil
	for _, do := range turn {
		do()
	}
}

// write types a text as an input method commits it, and ends the turn.
func (d *desk) write(text string) {
	for _, r := range text {
		d.TypedRune(r)
	}
	d.end()
	d.time = d.time.Add(time.Minute)
}

func (d *desk) key(names ...fyne.KeyName) {
	for _, name := range names {
		d.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func newBuffer(t testing.TB, text string) *buffer.Buffer {
	t.Helper()
	count := 0
	id := func() buffer.ID { count++; return buffer.ID(fmt.Sprint("p", count)) }
	var content []buffer.Content
	for _, line := range strings.Split(text, "\n") {
		content = append(content, buffer.Content{ID: id(), Text: line})
	}
	b, err := buffer.New(content, id)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func pos(p, o int) buffer.Position {
	return buffer.Position{Paragraph: buffer.Paragraph(p), Offset: buffer.RuneOffset(o)}
}

func at(p buffer.Position) buffer.Selection { return buffer.At(p) }

func span(p, o, q, u int) buffer.Span { return buffer.Span{From: pos(p, o), To: pos(q, u)} }

// essay is a text of so many characters in paragraphs of 300, no two alike.
func essay(characters int) string {
	const sentence = "今年以来，中心聚焦“高效办成一件事”，推出《便民服务清单》（共12项），群众满意率达99.5%；"
	body := []rune(strings.Repeat(sentence, 8))
	paragraphs := make([]string, characters/300)
	for i := range paragraphs {
		number := []rune(fmt.Sprintf("%d.", i+1))
		paragraphs[i] = string(number) + string(body[:300-len(number)])
	}
	return strings.Join(paragraphs, "\n")
}
