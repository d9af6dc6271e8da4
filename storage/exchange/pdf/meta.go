package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"
)

// producer is what made the file.
const producer = "Jianbao"

func (b *book) addInfo() ref {
	entries := "/Producer" + text(producer)
	if b.plate.Title != "" {
		entries += "/Title" + text(b.plate.Title)
	}
	if b.plate.Author != "" {
		entries += "/Author" + text(b.plate.Author)
	}
	if !b.opts.Created.IsZero() {
		day := b.opts.Created.UTC().Format("20060102150405") + "Z"
		entries += "/CreationDate(D:" + day + ")/ModDate(D:" + day + ")"
	}
	return b.file.add("<<" + entries + ">>")
}

// addXMP says the same as addInfo in the newer way.
func (b *book) addXMP() ref {
	var s bytes.Buffer
	s.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n")
	fmt.Fprintf(&s, "<dc:format>application/pdf</dc:format>\n<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n")
	if b.plate.Title != "" {
		fmt.Fprintf(&s, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escaped(b.plate.Title))
	}
	if b.plate.Author != "" {
		fmt.Fprintf(&s, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escaped(b.plate.Author))
	}
	if !b.opts.Created.IsZero() {
		day := b.opts.Created.UTC().Format(time.RFC3339)
		fmt.Fprintf(&s, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", day, day)
	}
	fmt.Fprintf(&s, "<pdf:Producer>%s</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>", producer)
	return b.file.addPlainStream("/Type/Metadata/Subtype/XML", s.Bytes())
}

func escaped(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return b.String()
}
