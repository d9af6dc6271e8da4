package docx

import (
	"encoding/xml"
	"time"
)

type settings struct {
	XMLName     xml.Name      `xml:"w:settings"`
	Main        string        `xml:"xmlns:w,attr"`
	EvenAndOdd  present       `xml:"w:evenAndOddHeaders"`
	Punctuation value         `xml:"w:characterSpacingControl"`
	Compat      compatibility `xml:"w:compat"`
	ThemeFont   language      `xml:"w:themeFontLang"`
}

type compatibility struct {
	SpaceForUnderline present       `xml:"w:spaceForUL"`
	BalanceWidths     present       `xml:"w:balanceSingleByteDoubleByteWidth"`
	TableLineHeight   present       `xml:"w:adjustLineHeightInTable"`
	FarEastLayout     present       `xml:"w:useFELayout"`
	Mode              compatSetting `xml:"w:compatSetting"`
}

type compatSetting struct {
	Name string `xml:"w:name,attr"`
	URI  string `xml:"w:uri,attr"`
	Val  string `xml:"w:val,attr"`
}

func documentSettings() settings {
	return settings{
		Main:        namespaceMain,
		Punctuation: value{"compressPunctuation"},
		Compat: compatibility{
			Mode: compatSetting{"compatibilityMode", "http://schemas.microsoft.com/office/word", "15"},
		},
		ThemeFont: language{"en-US", "zh-CN"},
	}
}

type fontTable struct {
	XMLName xml.Name    `xml:"w:fonts"`
	Main    string      `xml:"xmlns:w,attr"`
	Fonts   []fontEntry `xml:"w:font"`
}

// fontEntry names a face and the one to take where it is not installed.
type fontEntry struct {
	Name      string `xml:"w:name,attr"`
	Alternate *value `xml:"w:altName"`
	Charset   value  `xml:"w:charset"`
	Family    value  `xml:"w:family"`
	Pitch     value  `xml:"w:pitch"`
}

func documentFonts() fontTable {
	const chineseSimplified = "86"
	table := fontTable{Main: namespaceMain}
	for _, f := range [][2]string{
		{fontTitle, "宋体"}, {fontBody, "仿宋"}, {fontHei, "SimHei"}, {fontKai, "楷体"}, {fontSong, "SimSun"},
	} {
		table.Fonts = append(table.Fonts, fontEntry{
			Name: f[0], Alternate: &value{f[1]}, Charset: value{chineseSimplified}, Family: value{"auto"}, Pitch: value{"default"},
		})
	}
	return table
}

type coreProperties struct {
	XMLName  xml.Name `xml:"cp:coreProperties"`
	CP       string   `xml:"xmlns:cp,attr"`
	DC       string   `xml:"xmlns:dc,attr"`
	Terms    string   `xml:"xmlns:dcterms,attr"`
	Instance string   `xml:"xmlns:xsi,attr"`
	Title    string   `xml:"dc:title,omitempty"`
	Creator  string   `xml:"dc:creator,omitempty"`
	Language string   `xml:"dc:language"`
	Created  *instant `xml:"dcterms:created"`
	Modified *instant `xml:"dcterms:modified"`
}

type instant struct {
	Type string `xml:"xsi:type,attr"`
	Time string `xml:",chardata"`
}

// coreOf says about the file what the caller gave and nothing else.
func coreOf(title string, opts Options) coreProperties {
	core := coreProperties{
		CP:       "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		DC:       "http://purl.org/dc/elements/1.1/",
		Terms:    "http://purl.org/dc/terms/",
		Instance: "http://www.w3.org/2001/XMLSchema-instance",
		Title:    title,
		Creator:  opts.Creator,
		Language: "zh-CN",
	}
	if !opts.Created.IsZero() {
		at := &instant{"dcterms:W3CDTF", opts.Created.UTC().Format(time.RFC3339)}
		core.Created, core.Modified = at, at
	}
	return core
}

type extendedProperties struct {
	XMLName     xml.Name `xml:"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties Properties"`
	Application string   `xml:"Application"`
}
