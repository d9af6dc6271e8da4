package page

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"jianbao/editor/typeset/face"
)

// fonts are those of the program; no font of the computer's changes a test.
var fonts = sync.OnceValues(func() (*face.Set, error) {
	return face.Resolve(face.NewLibrary(), os.DirFS("../../../assets/fonts"), os.DirFS("../../../assets/fonts/fandol"))
})

func faces(t testing.TB) *face.Set {
	t.Helper()
	set, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// sentences fill the body of samples.
const sentences = "云州市政务信息办公室召开2025年第三季度调度会，通报了“一网通办”、“接诉即办”两项工作的进展。会议指出，全市共受理12345热线诉求3.6万件，办结率为98.7%；" +
	"其中（含重复诉求）物业管理类占32.5%……要压实责任——不回避、不推诿，做到“件件有着落、事事有回音”。"

// sample is a bulletin of one article of so many paragraphs.
func sample(paragraphs int) []Block {
	blocks := []Block{
		{Kind: Name, Text: "云州市政务情况简报"}, {Kind: Number, Label: "第", Text: "4", End: "期"},
		{Kind: Total, Label: "（总第", Text: "219", End: "期）"},
		{Kind: Office, Text: "云州市政务信息办公室"}, {Kind: Date, Text: "2025年3月3日"},
		{Kind: Title, Text: "全市上下同心协力推进背街小巷环境整治工作取得新的明显成效"},
	}
	for i := range paragraphs {
		switch i % 6 {
		case 1:
			blocks = append(blocks, Block{Kind: Body, Level: 1, Text: "一、压实工作责任"})
		case 2:
			blocks = append(blocks, Block{Kind: Body, Level: 2, Text: "（一）健全机制。" + sentences})
		default:
			blocks = append(blocks, Block{Kind: Body, Text: strings.Repeat(sentences, 1+i%3)})
		}
	}
	return append(blocks, Block{Kind: Source, Label: "（", Text: "综合调研处", End: "）"},
		Block{Kind: Credit, Label: "责编：", Text: "王敏"}, Block{Kind: Contact, Label: "电话：", Text: "000-12345678"},
		Block{Kind: Distribution, Label: "报：", Text: "省政府办公厅，市委、市人大、市政府、市政协领导同志，各位顾问，市纪委监委机关，云州军分区。"},
		Block{Kind: Distribution, Label: "发：", Text: "各区人民政府。"}, Block{Kind: Copies, Label: "（共印", Text: "50", End: "份）"})
}

func lay(t testing.TB, blocks []Block, p Profile, o Options) *Document {
	t.Helper()
	return Lay(blocks, p, faces(t), nil, o)
}

// textOf joins the lines of every block.
func textOf(d *Document, blocks int) []string {
	texts := make([]strings.Builder, blocks)
	for _, p := range d.Pages {
		for _, r := range p.Runs {
			for _, g := range r.Glyphs {
				if r.Block >= 0 {
					texts[r.Block].WriteString(g.Text)
				}
			}
		}
	}
	joined := make([]string, blocks)
	for i := range texts {
		joined[i] = texts[i].String()
	}
	return joined
}

// sameText reports where the pages do not hold the words of the blocks.
func sameText(t testing.TB, blocks []Block, d *Document) {
	t.Helper()
	for i, got := range textOf(d, len(blocks)) {
		if want := blocks[i].String(); got != want {
			t.Errorf("block %d reads %q, want %q", i, got, want)
		}
	}
}

// onPaper reports glyphs that leave the text, and rules that do.
func onPaper(t testing.TB, p Profile, d *Document) {
	t.Helper()
	s := p.Sheet
	for n, page := range d.Pages {
		for _, r := range page.Runs {
			last := r.Glyphs[len(r.Glyphs)-1]
			end := last.X + MM(r.Font.Advance(last.ID))*r.Size.MM()
			if half := r.Size.MM() / 2; r.Block >= 0 && (r.Glyphs[0].X < s.Left-half || end > s.Left+s.TextWide+half) {
				t.Errorf("page %d: %q stands from %.1f to %.1f mm", n+1, run(r), r.Glyphs[0].X, end)
			}
			if r.Block >= 0 && (r.Baseline < s.Top || r.Baseline > s.bottom()) {
				t.Errorf("page %d: %q stands at %.1f mm", n+1, run(r), r.Baseline)
			}
		}
		for _, r := range page.Rules {
			if r.Y < s.Top-slack || r.Y > s.bottom()+slack {
				t.Errorf("page %d: a rule at %.1f mm", n+1, r.Y)
			}
		}
	}
}

func run(r Run) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// linesOf returns the lines of type of a block.
func linesOf(d *Document, block int) []string {
	var lines []string
	for _, p := range d.Pages {
		for _, r := range p.Runs {
			if r.Block != block {
				continue
			}
			for len(lines) <= r.Line {
				lines = append(lines, "")
			}
			lines[r.Line] += run(r)
		}
	}
	return lines
}

func codesOf(d *Document) []string {
	var codes []string
	for _, n := range d.Notices {
		if n.Code != CodeSubstituted && !slices.Contains(codes, n.Code) {
			codes = append(codes, n.Code)
		}
	}
	return codes
}
