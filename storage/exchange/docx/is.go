package docx

import "bytes"

// Is reports whether data begins as a DOCX file does, so that it is no text.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }
