package docx

import (
	"encoding/xml"
	"strconv"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// The faces by their product names, as offices have them installed. No theme
// part is written: a theme's fonts would go before these.
const (
	fontTitle = "方正小标宋简体"
	fontBody  = "仿宋_GB2312"
	fontHei   = "黑体"
	fontKai   = "楷体_GB2312"
	fontSong  = "宋体"
	fontLatin = "Times New Roman"
)

const red = "C4161C"

// Sizes in half-points: 3号 and 4号, and the 2号 of titles.
const (
	sizeBody  = 32
	sizeSmall = 28
	sizeTitle = 44
)

type styleID string

// What begins with Layout holds no words.
const (
	styleNormal       styleID = "Normal"
	styleHeader       styleID = "PageHeader"
	styleFooterOdd    styleID = "PageFooterOdd"
	styleFooterEven   styleID = "PageFooterEven"
	styleStamp        styleID = "DraftStamp"
	styleSecurity     styleID = "Security"
	styleNotice       styleID = "Notice"
	styleCopyNumber   styleID = "CopyNumber"
	styleSeries       styleID = "SeriesTitle"
	styleNumber       styleID = "IssueNumber"
	styleOffice       styleID = "Office"
	styleDate         styleID = "IssueDate"
	styleNote         styleID = "EditorNote"
	styleTitle        styleID = "ArticleTitle"
	styleBody         styleID = "BodyText"
	styleLevel1       styleID = "Level1"
	styleLevel2       styleID = "Level2"
	styleSource       styleID = "Source"
	styleContact      styleID = "Contact"
	styleDistribution styleID = "Distribution"
	styleCopies       styleID = "Copies"
	styleRule         styleID = "LayoutRule"
	styleEmpty        styleID = "LayoutEmpty"
)

var styleOfKind = map[form.Kind]styleID{
	form.Security: styleSecurity, form.Notice: styleNotice, form.CopyNumber: styleCopyNumber,
	form.SeriesTitle: styleSeries, form.Label: styleNumber, form.Number: styleNumber, form.Total: styleNumber,
	form.Office: styleOffice, form.Date: styleDate, form.Note: styleNote, form.ArticleTitle: styleTitle,
	form.Paragraph: styleBody, form.Source: styleSource, form.Credit: styleContact, form.Contact: styleContact,
	form.Distribution: styleDistribution, form.Copies: styleCopies,
}

// styleOf is how a line is set: by its kind, and a paragraph by its level.
func styleOf(l form.Line) styleID {
	switch {
	case l.Kind == form.Paragraph && l.Level == doc.Level1:
		return styleLevel1
	case l.Kind == form.Paragraph && l.Level == doc.Level2:
		return styleLevel2
	}
	return styleOfKind[l.Kind]
}

type styles struct {
	XMLName xml.Name `xml:"w:styles"`
	Main    string   `xml:"xmlns:w,attr"`
	Default runProps `xml:"w:docDefaults>w:rPrDefault>w:rPr"`
	List    []style  `xml:"w:style"`
}

type style struct {
	Type    string     `xml:"w:type,attr"`
	Default int        `xml:"w:default,attr,omitempty"`
	Custom  int        `xml:"w:customStyle,attr,omitempty"`
	ID      styleID    `xml:"w:styleId,attr"`
	Name    value      `xml:"w:name"`
	BasedOn *value     `xml:"w:basedOn"`
	Quick   present    `xml:"w:qFormat"`
	Para    *paraProps `xml:"w:pPr"`
	Run     *runProps  `xml:"w:rPr"`
}

func documentStyles() styles {
	base := face(fontBody, sizeBody)
	base.Fonts.ASCII, base.Fonts.HighANSI, base.Fonts.Complex = fontLatin, fontLatin, fontLatin
	base.Kern, base.Language = &value{"2"}, &language{"en-US", "zh-CN"}
	normal := style{Type: "paragraph", Default: 1, ID: styleNormal, Name: value{"Normal"}, Para: &paraProps{
		WidowControl: off, AutoSpaceDE: off, AutoSpaceDN: off, SnapToGrid: off,
		Spacing: &spacing{Line: linePitch, Rule: "exact"}, Align: &value{"both"},
	}}
	list := []style{normal}
	for _, group := range [][]style{pageStyles(), mastheadStyles(), bodyStyles(), imprintStyles()} {
		list = append(list, group...)
	}
	return styles{Main: namespaceMain, Default: *base, List: list}
}

func custom(id styleID, name string, para paraProps, run *runProps) style {
	return style{Type: "paragraph", Custom: 1, ID: id, Name: value{name}, BasedOn: &value{string(styleNormal)}, Para: &para, Run: run}
}

// face is a Chinese face at a size in half-points.
func face(font string, size int) *runProps {
	s := &value{strconv.Itoa(size)}
	return &runProps{Fonts: &fonts{EastAsia: font}, Size: s, SizeScript: s}
}

func pageStyles() []style {
	number := face(fontSong, sizeSmall)
	number.Fonts.ASCII, number.Fonts.HighANSI = fontSong, fontSong
	at := func(side string, in indent) paraProps {
		return paraProps{Spacing: &spacing{Line: 240, Rule: "auto"}, Indent: &in, Align: &value{side}}
	}
	return []style{
		custom(styleHeader, "送审页眉", at("right", indent{}), face(fontHei, sizeSmall)),
		custom(styleFooterOdd, "单页页码", at("right", indent{RightChars: 100, Right: smallCharacter}), number),
		custom(styleFooterEven, "双页页码", at("left", indent{LeftChars: 100, Left: smallCharacter}), number),
		custom(styleEmpty, "版式占位", paraProps{Spacing: &spacing{Line: 20, Rule: "exact"}}, nil),
	}
}

func mastheadStyles() []style {
	series := face(fontTitle, 2*maxSeries)
	series.Color = &value{red}
	rule := &paraBorder{&border{Val: "single", Size: 16, Color: red}}
	aligned := func(side string) paraProps { return paraProps{Align: &value{side}} }
	oneIn := &indent{LeftChars: 100, Left: characterWidth}
	return []style{
		custom(styleStamp, "送审标记", aligned("right"), face(fontHei, sizeBody)),
		custom(styleSecurity, "密级", aligned("left"), face(fontHei, sizeBody)),
		custom(styleNotice, "内部资料标记", aligned("left"), face(fontHei, sizeBody)),
		custom(styleCopyNumber, "份号", aligned("right"), nil),
		custom(styleSeries, "简报名称", paraProps{Spacing: &spacing{Before: linePitch, After: 240}, Align: &value{"center"}}, series),
		custom(styleNumber, "期号", aligned("center"), nil),
		custom(styleOffice, "编印单位", paraProps{Indent: oneIn, Align: &value{"left"}}, nil),
		custom(styleDate, "印发日期", paraProps{Indent: &indent{RightChars: 100, Right: characterWidth}, Align: &value{"right"}}, nil),
		custom(styleRule, "红色分隔线", paraProps{Borders: rule, Spacing: &spacing{Line: 227, Rule: "exact"}}, nil),
	}
}

func bodyStyles() []style {
	tracked := func(font string) *runProps {
		r := face(font, sizeBody)
		r.Spacing = &value{"-5"} // a quarter of a point: 28 characters in 156 mm
		return r
	}
	indented := paraProps{Indent: &indent{FirstLineChars: 200, FirstLine: 2 * characterWidth}}
	heading := func(level string) paraProps {
		p := indented
		p.KeepNext, p.OutlineLevel = &present{}, &value{level}
		return p
	}
	title := paraProps{KeepNext: &present{}, KeepLines: &present{}, Spacing: &spacing{Line: 660, Rule: "exact"},
		Align: &value{"center"}, OutlineLevel: &value{"0"}}
	source := paraProps{Indent: &indent{RightChars: 200, Right: 2 * characterWidth}, Align: &value{"right"}}
	return []style{
		custom(styleNote, "编者按", indented, tracked(fontKai)),
		custom(styleTitle, "文章标题", title, face(fontTitle, sizeTitle)),
		custom(styleBody, "简报正文", indented, tracked(fontBody)),
		custom(styleLevel1, "一级标题", heading("1"), tracked(fontHei)),
		custom(styleLevel2, "二级标题", heading("2"), tracked(fontKai)),
		custom(styleSource, "供稿", source, tracked(fontBody)),
	}
}

func imprintStyles() []style {
	const lineSmall = 440
	tight := &spacing{Line: lineSmall, Rule: "exact"}
	small := face(fontBody, sizeSmall)
	oneIn := &indent{LeftChars: 100, Left: smallCharacter}
	hanging := &indent{LeftChars: 200, Left: 2 * smallCharacter, HangingChars: 200, Hanging: 2 * smallCharacter}
	return []style{
		custom(styleContact, "责编与联系方式", paraProps{KeepNext: &present{}, Spacing: tight, Indent: oneIn, Align: &value{"left"}}, small),
		custom(styleDistribution, "报送发", paraProps{Spacing: tight, Indent: hanging}, small),
		custom(styleCopies, "印数", paraProps{Spacing: tight, Align: &value{"right"}}, small),
	}
}
