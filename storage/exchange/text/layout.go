package text

import "jianbao/storage/exchange/form"

// The layout of a file this package writes. Parts (masthead, each article,
// imprint) are set apart by two blank lines, the blocks of a part by one. A
// line of text is never blank, since it has a label or one of these margins;
// so whatever a bulletin holds, blank lines are structure.
const (
	titleMargin     = "　　　　"
	paragraphMargin = "　　"
	stampOpen       = "【"
	stampClose      = "】"
	betweenParts    = "\n\n\n"
	betweenBlocks   = "\n\n"
)

// block tells which lines stand together.
type block int

const (
	markBlock block = iota // 密级, 内部资料, 编号
	seriesBlock
	officeBlock
	noteBlock
	titleBlock
	bodyBlock
	sourceBlock
	peopleBlock
	listBlock
)

var layout = map[form.Kind]struct {
	block  block
	margin string
}{
	form.Security:     {markBlock, ""},
	form.Notice:       {markBlock, ""},
	form.CopyNumber:   {markBlock, ""},
	form.SeriesTitle:  {seriesBlock, titleMargin},
	form.Label:        {seriesBlock, titleMargin},
	form.Number:       {seriesBlock, titleMargin},
	form.Total:        {seriesBlock, titleMargin},
	form.Office:       {officeBlock, ""},
	form.Date:         {officeBlock, ""},
	form.Note:         {noteBlock, paragraphMargin},
	form.ArticleTitle: {titleBlock, titleMargin},
	form.Paragraph:    {bodyBlock, paragraphMargin},
	form.Source:       {sourceBlock, ""},
	form.Credit:       {peopleBlock, ""},
	form.Contact:      {peopleBlock, ""},
	form.Distribution: {listBlock, ""},
	form.Copies:       {listBlock, ""},
}

// gapBetween returns what stands between two lines that follow each other.
func gapBetween(before, after form.Line) string {
	a, b := layout[before.Kind].block, layout[after.Kind].block
	switch {
	case partOf(a) != partOf(b) || before.Place.Article != after.Place.Article || b < a:
		return betweenParts
	case a != b:
		return betweenBlocks
	}
	return "\n"
}

func partOf(b block) int {
	switch {
	case b < noteBlock:
		return 0
	case b < peopleBlock:
		return 1
	}
	return 2
}
