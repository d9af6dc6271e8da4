package pdf

import (
	"bytes"
	"testing"
	"time"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pagetest"
)

func write(t testing.TB, d page.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{Created: time.Date(2022, 3, 3, 9, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fonts(t testing.TB) []*face.Font {
	return []*face.Font{pagetest.Font(t, pagetest.Fangsong), pagetest.Font(t, pagetest.Song)}
}

func TestSameBytesTwice(t *testing.T) {
	texts := []string{"云州市部署春季背街小巷环境整治工作", "Mr. O'Neil 于3月1日到访。", "𠮷𬀩䶮喆堃镕祎"}
	first := write(t, pagetest.Document(t, fonts(t), texts...))
	if second := write(t, pagetest.Document(t, fonts(t), texts...)); !bytes.Equal(first, second) {
		t.Error("the same pages gave other bytes")
	}
}
