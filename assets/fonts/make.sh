#!/bin/sh
# Makes the bundled fonts again from their sources. Needed only to change them:
# the results are kept in this folder. The sources come from the npm registry and
# from Debian 12, through the ordinary clients, and are checked against the sums
# below; the results are checked against SHA256SUMS (made with fontTools 4.38.0).
#
# Needs: npm, apt-get, dpkg-deb, gzip, python3 with fontTools (Debian: fonttools).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch_google() { # fetch_google PACKAGE VERSION: unpacks @expo-google-fonts/PACKAGE into ./PACKAGE
	npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null
	mkdir "$1"
	tar -xzf "expo-google-fonts-$1-$2.tgz" -C "$1" --strip-components=1
}

fetch_debian() { # fetch_debian PACKAGE PATH...: unpacks only PATHs of PACKAGE here
	package=$1
	shift
	apt-get -o APT::Sandbox::User=root download -qq "$package"
	for path in "$@"; do
		dpkg-deb --fsys-tarfile "$package"_*.deb | tar -x "./$path"
	done
}

fangsong=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf
kai=usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf
kaidoc=usr/share/doc/fonts-lxgw-wenkai/copyright
fandoldoc=usr/share/doc/texlive-doc/fonts/fandol
unihan=usr/share/unicode/Unihan_OtherMappings.txt.bz2

fetch_google noto-sans-sc 0.4.3
fetch_google noto-serif-sc 0.4.3
fetch_debian unicode-data "$unihan"
fetch_debian fonts-lxgw-wenkai "$kai" "$kaidoc"
fetch_debian texlive-lang-chinese "$fangsong" "$fandoldoc/COPYING.gz" "$fandoldoc/README"

sha256sum --check --quiet <<'SUMS'
d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16  noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf
9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96  noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf
c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742  noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf
092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2  noto-serif-sc/900Black/NotoSerifSC_900Black.ttf
bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2  usr/share/unicode/Unihan_OtherMappings.txt.bz2
d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9  usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf
bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8  usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf
SUMS

subset() { # subset SOURCE OUTPUT [FAMILY]
	source=$1 output=$2
	shift 2
	"$python" "$here/subset.py" "$source" "$unihan" "$here/$output" "$@"
}

subset noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf NotoSansSC-Regular.ttf
subset noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf NotoSansSC-Bold.ttf
subset noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf NotoSerifSC-Regular.ttf
subset noto-serif-sc/900Black/NotoSerifSC_900Black.ttf NotoSerifSC-Black.ttf
subset "$kai" JianbaoKai-Regular.ttf "Jianbao Kai"
install -m 644 noto-sans-sc/LICENSE_FONT "$here/NotoSansSC-OFL.txt"
install -m 644 noto-serif-sc/LICENSE_FONT "$here/NotoSerifSC-OFL.txt"

# The licence of 楷体 stands in Debian's copyright file, indented by one blank.
{
	echo 'Copyright 2021-2022 lxgw <calxgw2018@gmail.com>, with Reserved Font Names "霞鹜" and "LXGW".'
	echo 'Changed for this program: a subset under another name.'
	echo
	sed -n '/^ -----/,/OTHER DEALINGS IN THE FONT SOFTWARE/p' "$kaidoc" | sed 's/^ //; s/^\.$//'
} >"$here/JianbaoKai-OFL.txt"

mkdir -p "$here/fandol"
install -m 644 "$fangsong" "$fandoldoc/README" "$here/fandol/"
gzip -dc "$fandoldoc/COPYING.gz" >"$here/fandol/COPYING"

cd "$here"
sha256sum --check --quiet SHA256SUMS
