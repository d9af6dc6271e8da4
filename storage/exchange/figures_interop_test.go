//go:build interop

package exchange

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/signintech/gopdf"

	"jianbao/editor/doc"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pagetest"
	"jianbao/storage/exchange/pdf"
	"jianbao/storage/exchange/text"
)

// realIssue is the issue beside the repository, or our sample as long as that.
func realIssue(t *testing.T) doc.Bulletin {
	t.Helper()
	data, err := os.ReadFile("../../../shared/data/seed-bulletin.txt")
	if err != nil {
		t.Log("shared/data/seed-bulletin.txt is not beside this repository; our sample stands in for it")
		return times(sample(), 16)
	}
	read, err := text.Read(data, text.Options{Repair: true})
	if err != nil {
		t.Fatal(err)
	}
	return read.Bulletin
}

// times is b with its body n times.
func times(b doc.Bulletin, n int) doc.Bulletin {
	long := b.Clone()
	long.Articles[0].Body = nil
	for range n {
		for _, p := range b.Articles[0].Body {
			long.Articles[0].Body = append(long.Articles[0].Body, doc.NewParagraph(p.Text))
		}
	}
	return long
}

// took is the shortest of some runs.
func took(runs int, run func()) time.Duration {
	var all []time.Duration
	for range runs {
		start := time.Now()
		run()
		all = append(all, time.Since(start))
	}
	return slices.Min(all)
}

// exportPDF lays the pages and writes them, as one who exports has it done.
func exportPDF(t *testing.T, b doc.Bulletin) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := writePDF(&out, &job{bulletin: b, meta: final}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFasterThanLibreOffice(t *testing.T) {
	b := realIssue(t)
	dir := t.TempDir()
	results, err := Export(t.Context(), dir, b, []Format{DOCX}, final)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed; nothing to compare with")
	}
	size := len(exportPDF(t, b))
	ours := took(5, func() { exportPDF(t, b) })
	theirs := took(1, func() { converted(t, results[0].Path, "pdf") })
	t.Logf("the issue as PDF: %v, %d KB; LibreOffice from our DOCX: %v, %.0f times as long", ours, size>>10, theirs, theirs.Seconds()/ours.Seconds())
	if theirs < 20*ours {
		t.Error("less than 20 times as fast")
	}
	if size > 350<<10 {
		t.Errorf("%d bytes", size)
	}
}

func TestFourHundredPages(t *testing.T) {
	b := times(realIssue(t), 104)
	pages := len(Lay(b, final).Pages)
	size := len(exportPDF(t, b))
	layout := took(3, func() { Lay(b, final) })
	whole := took(3, func() { exportPDF(t, b) })
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	t.Logf("%d pages: %v, of it %v for laying; %d KB; the process has %d MB", pages, whole, layout, size>>10, memory.Sys>>20)
	if size > 1536<<10 {
		t.Errorf("%d bytes", size)
	}
}

// gopdf draws the same runs, one string for each, in a font that it can embed.
func TestNoSlowerThanGopdf(t *testing.T) {
	song := pagetest.Font(t, pagetest.Song)
	var lines []string
	for _, p := range times(realIssue(t), 20).Articles[0].Body {
		lines = append(lines, p.Text)
	}
	d := pagetest.Document(t, []*face.Font{song}, lines...)
	var size, theirSize int
	ours := took(3, func() {
		var out bytes.Buffer
		if err := pdf.Write(&out, d, pdf.Options{}); err != nil {
			t.Fatal(err)
		}
		size = out.Len()
	})
	theirs := took(3, func() { theirSize = drawWithGopdf(t, d, song) })
	t.Logf("%d pages: %v, %d KB; gopdf: %v, %d KB, %.1f times as long", len(d.Pages), ours, size>>10, theirs, theirSize>>10, theirs.Seconds()/ours.Seconds())
	if ours > theirs {
		t.Error("slower than gopdf")
	}
}

func drawWithGopdf(t *testing.T, d page.Document, font *face.Font) int {
	t.Helper()
	var p gopdf.GoPdf
	p.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4, Unit: gopdf.UnitMM})
	if err := p.AddTTFFontData("song", font.Source); err != nil {
		t.Fatal(err)
	}
	for _, sheet := range d.Pages {
		p.AddPage()
		for _, r := range sheet.Runs {
			var s strings.Builder
			for _, g := range r.Glyphs {
				s.WriteString(g.Text)
			}
			if err := p.SetFont("song", "", float64(r.Size)); err != nil {
				t.Fatal(err)
			}
			p.SetXY(float64(r.Glyphs[0].X), float64(r.Baseline))
			if err := p.Text(s.String()); err != nil {
				t.Fatal(err)
			}
		}
	}
	n, err := p.WriteTo(io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return int(n)
}
