package html

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pagetest"
)

var texts = []string{"云州市部署春季背街小巷环境整治工作", "Mr. O'Neil  于<3>月1日到访，AVATAR & \"R\"。", "𠮷𬀩䶮喆堃镕祎，",
	"  前有空格　后有空格 ", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"}

func written(t testing.TB, d page.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{Created: time.Date(2022, 3, 3, 9, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pages(t testing.TB, texts ...string) page.Document {
	return pagetest.Document(t, []*face.Font{pagetest.Font(t, pagetest.Fangsong), pagetest.Font(t, pagetest.Song)}, texts...)
}

func TestRead(t *testing.T) {
	many := slices.Concat(texts, slices.Repeat(texts, 8)) // three pages, a block across two
	got, err := Read(written(t, pages(t, many...)))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Blocks, many) {
		t.Errorf("%q", got.Blocks)
	}
	if want := []string{"— 1 —", "— 2 —", "— 3 —"}; !slices.Equal(got.Furniture, want) {
		t.Errorf("furniture %q, want %q", got.Furniture, want)
	}
}

func TestSameBytesTwice(t *testing.T) {
	if !bytes.Equal(written(t, pages(t, texts...)), written(t, pages(t, texts...))) {
		t.Error("the same pages gave other bytes")
	}
}

// Whatever the bytes, there is an answer; and what is not ours is refused.
func FuzzRead(f *testing.F) {
	sound := string(written(f, pages(f, texts[0])))
	f.Add(sound)
	f.Add(strings.Replace(sound, "</svg>", "<!-- --></svg>", 1))
	f.Fuzz(func(t *testing.T, data string) {
		got, err := Read([]byte(data))
		if err != nil && (len(got.Blocks) > 0 || len(got.Furniture) > 0) {
			t.Errorf("%v, and %q", err, got)
		}
	})
}

func TestReadRefusesWhatIsNotOurs(t *testing.T) {
	sound := string(written(t, pages(t, texts...)))
	if _, err := Read([]byte(sound)); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"script":     {"</body>", "<script>document.body.remove()</script></body>"},
		"image":      {"</svg>", "<image href=\"a.png\"/></svg>"},
		"hidden":     {"<svg ", "<svg style=\"display:none\" "},
		"style":      {"text{white-space:pre", "text{display:none;white-space:pre"},
		"more style": {"</style>", "tspan{display:none}</style>"},
		"bare text":  {"</svg>", "</svg>其他"},
		"comment":    {"</svg>", "<!-- 其他 --></svg>"},
		"no font":    {"class=\"f0\"", "class=\"f9\""},
		"new char":   {">云州市部署", ">鑫州市部署"},
		"block":      {"data-block=\"0\"", "data-block=\"-1\""},
		"bytes":      {"云州市", "\xd4\xc6"},
	} {
		if got, err := Read([]byte(strings.Replace(sound, change[0], change[1], 1))); err == nil {
			t.Errorf("%s: read as %q", name, got.Blocks)
		}
	}
}
