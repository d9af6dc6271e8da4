#!/bin/sh
# Makes words.txt again from its source. Needed only to change it: the result is
# kept in this folder. The source comes through Go's own client, which checks it
# against the checksum database; the result is checked against SHA256SUMS.
#
# Needs: go, python3.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

go mod init lexicon 2>/dev/null
module=$(go mod download -json github.com/go-ego/gse@v1.0.2 | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
source=$module/data/dict/zh/s_1.txt
echo "2b3063ec552327520bee3c0c5819d6e131ab3db50a60b94641ec90f611c24bcd  $source" | sha256sum --check --quiet

python3 "$here/reduce.py" "$source" >"$here/words.txt"
install -m 644 "$module/LICENSE" "$here/gse-LICENSE.txt"

cd "$here"
sha256sum --check --quiet SHA256SUMS
