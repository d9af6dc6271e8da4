// Package faulttest owns the tests that are unkind to the store: they kill
// programs while they write, let two write at once, fill the disk and flip
// bytes. It holds nothing but tests. JIANBAO_KILLS and JIANBAO_FLIPS say how
// often; an ordinary run does a few.
package faulttest
