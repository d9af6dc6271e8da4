package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"time"
)

// part is one file of the package: where it lies, what it is and what it holds.
type part struct {
	name        string // path without a leading slash
	contentType string // empty where the extension tells it
	content     any    // marshalled as XML
}

const (
	typePrefix     = "application/vnd.openxmlformats-officedocument."
	typeDocument   = typePrefix + "wordprocessingml.document.main+xml"
	typeStyles     = typePrefix + "wordprocessingml.styles+xml"
	typeSettings   = typePrefix + "wordprocessingml.settings+xml"
	typeFonts      = typePrefix + "wordprocessingml.fontTable+xml"
	typeHeader     = typePrefix + "wordprocessingml.header+xml"
	typeFooter     = typePrefix + "wordprocessingml.footer+xml"
	typeProperties = typePrefix + "extended-properties+xml"
	typeCore       = "application/vnd.openxmlformats-package.core-properties+xml"

	typeComments = typePrefix + "wordprocessingml.comments+xml"
	typeThreads  = typePrefix + "wordprocessingml.commentsExtended+xml"

	relationThreads = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
	relationCore    = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

// zipTime stands for every part, so that equal bulletins give equal bytes.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func writeParts(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
	for _, p := range parts {
		if err := writePart(archive, p); err != nil {
			return fmt.Errorf("docx: %s: %w", p.name, err)
		}
	}
	return archive.Close()
}

func writePart(archive *zip.Writer, p part) error {
	entry, err := archive.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: zipTime})
	if err != nil {
		return err
	}
	const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	if _, err := io.WriteString(entry, declaration); err != nil {
		return err
	}
	return xml.NewEncoder(entry).Encode(p.content)
}

type contentTypes struct {
	XMLName   xml.Name      `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []typeDefault `xml:"Default"`
	Overrides []typeOf      `xml:"Override"`
}

type typeDefault struct {
	Extension   string `xml:"Extension,attr"`
	ContentType string `xml:"ContentType,attr"`
}

type typeOf struct {
	PartName    string `xml:"PartName,attr"`
	ContentType string `xml:"ContentType,attr"`
}

// typesOf is the table of contents that every package starts with.
func typesOf(parts []part) part {
	types := contentTypes{Defaults: []typeDefault{
		{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
		{"xml", "application/xml"},
	}}
	for _, p := range parts {
		if p.contentType != "" {
			types.Overrides = append(types.Overrides, typeOf{"/" + p.name, p.contentType})
		}
	}
	return part{name: "[Content_Types].xml", content: types}
}

type relationships struct {
	XMLName xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/relationships Relationships"`
	List    []relationship `xml:"Relationship"`
}

type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// packageRelations leads from the package to its document and properties.
func packageRelations() part {
	return part{name: "_rels/.rels", content: relationships{List: []relationship{
		{"rId1", namespaceRelationships + "/officeDocument", "word/document.xml"},
		{"rId2", relationCore, "docProps/core.xml"},
		{"rId3", namespaceRelationships + "/extended-properties", "docProps/app.xml"},
	}}}
}

// The relations of the document to its parts.
const (
	idStyles     = "rId1"
	idSettings   = "rId2"
	idFonts      = "rId3"
	idFooterOdd  = "rId4"
	idFooterEven = "rId5"
	idHeader     = "rId6"
	idComments   = "rId7"
	idThreads    = "rId8"
)

func documentRelations(stamped, remarked bool) part {
	list := []relationship{
		{idStyles, namespaceRelationships + "/styles", "styles.xml"},
		{idSettings, namespaceRelationships + "/settings", "settings.xml"},
		{idFonts, namespaceRelationships + "/fontTable", "fontTable.xml"},
		{idFooterOdd, namespaceRelationships + "/footer", "footer1.xml"},
		{idFooterEven, namespaceRelationships + "/footer", "footer2.xml"},
	}
	if stamped {
		list = append(list, relationship{idHeader, namespaceRelationships + "/header", "header1.xml"})
	}
	if remarked {
		list = append(list, relationship{idComments, namespaceRelationships + "/comments", "comments.xml"},
			relationship{idThreads, relationThreads, "commentsExtended.xml"})
	}
	return part{name: "word/_rels/document.xml.rels", content: relationships{List: list}}
}
