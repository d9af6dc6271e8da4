package webpage

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"jianbao/storage/exchange/text"
)

var stated = regexp.MustCompile(`(?i)<(?:meta[^>]*?charset\s*=\s*["']?|\?xml[^>]*?encoding\s*=\s*["'])([a-z0-9_:.-]+)`)

var errReplaced = errors.New("bytes that are not of this encoding")

// decode finds the encoding by the byte order mark, by the bytes where they are
// UTF-8, by what the page says of itself, and else by the rule for text files.
func decode(data []byte) (string, error) {
	found := stated.FindSubmatch(data[:min(len(data), 4096)])
	if found == nil || utf8.Valid(data) || hasMark(data) || isChinese(string(found[1])) {
		s, _, err := text.Decode(data)
		return s, err
	}
	name := string(found[1])
	encoding, _ := charset.Lookup(name)
	if encoding == nil {
		return "", &Error{Code: CodeEncoding, Args: map[string]string{"encoding": name}}
	}
	s, err := encoding.NewDecoder().String(string(data))
	if err == nil && strings.ContainsRune(s, utf8.RuneError) {
		err = errReplaced
	}
	if err != nil {
		return "", &Error{Code: CodeEncoding, Args: map[string]string{"encoding": name}, Err: err}
	}
	return s, nil
}

func hasMark(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// isChinese names the encodings that the rule for text files knows better than
// their names do: what calls itself GB2312 is GB18030 in fact.
func isChinese(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "gb") || strings.HasPrefix(name, "x-gb") || strings.HasPrefix(name, "utf")
}
