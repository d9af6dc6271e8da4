"""Makes one subset font: the characters of official Chinese text, nothing else.

usage: subset.py SOURCE.ttf UNIHAN_OTHER_MAPPINGS.txt.bz2 OUTPUT.ttf [FAMILY]

Kept: GB 2312, the 8105 characters of the Table of General Standard Chinese
Characters (Unihan property kTGH), some characters found only in names, and
Western, punctuation, arrow and form symbols. Layout tables and hints are
dropped: the program sets each character in its own cell. The same source and
the same fontTools give the same bytes.

With FAMILY, the subset takes that name, as the licence asks of a changed font
whose name is reserved, keeps its copyright and licence entries, and is smaller:
GB 2312, the characters of names and the symbols.
"""

import bz2
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

NAME_CHARACTERS = "喆堃昇瑄玥珺祎彧镕䶮𠮷𬀩"

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x02DF),  # Latin-1, Latin Extended-A and -B, phonetic (pinyin)
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x218F),  # letterlike, number forms
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2300, 0x23FF),  # technical, key caps
    (0x2460, 0x27BF),  # enclosed numbers, boxes, shapes, dingbats
    (0x2900, 0x297F),  # curved arrows
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # enclosed and squared CJK
    (0xFE10, 0xFE1F),  # vertical punctuation
    (0xFE30, 0xFE4F),  # CJK compatibility forms
    (0xFF00, 0xFFEF),  # full-width and half-width forms
    (0xFFFD, 0xFFFD),  # replacement character
)

# Marks the sources lack, shown by a glyph of theirs that reads the same.
ALIASES = {
    0x21B7: 0x2935,  # ↷ as ⤵
    0x2714: 0x2713,  # ✔ as ✓
    0x2717: 0x00D7,  # ✗ as ×
    0x2718: 0x00D7,  # ✘ as ×
    0x2610: 0x25A1,  # ☐ as □
}

# Marks put together from glyphs of the source: (part, scale, dx, dy), in 1/1000 em.
COMPOSED = {
    0x2611: ((0x25A1, 1.0, 0, 0), (0x2713, 0.75, 240, 90)),  # ☑
    0x2612: ((0x25A1, 1.0, 0, 0), (0x00D7, 0.9, 50, 40)),  # ☒
    0x25BE: ((0x25BC, 0.6, 200, 150),),  # ▾
    0x25B4: ((0x25B2, 0.6, 200, 150),),  # ▴
    0x25B8: ((0x25B6, 0.6, 200, 150),),  # ▸
}


def gb2312():
    """Every character of GB 2312, by decoding its whole code table."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def general_standard(path):
    """The 8105 characters of the Table of General Standard Chinese Characters."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.split("\t")
            if len(fields) == 3 and fields[1] == "kTGH":
                yield int(fields[0].removeprefix("U+"), 16)


def wanted(unihan, small):
    """The code points of a subset, whether or not a source has them."""
    runes = set(gb2312()) | {ord(c) for c in NAME_CHARACTERS}
    if not small:
        runes |= set(general_standard(unihan))
    for first, last in BLOCKS:
        runes |= set(range(first, last + 1))
    return runes


def reduce(font, runes):
    """Drops everything but runes from font: layout, hints and spare tables too."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=runes)
    subsetter.subset(font)


def encode(font, rune, glyph):
    """Maps rune to glyph in every Unicode table of font that can hold it."""
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.setdefault(rune, glyph)


def compose(font, rune, parts):
    """Adds a glyph for rune made of scaled and shifted copies of parts."""
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
    pen = TTGlyphPen(glyphs)
    for part, scale, dx, dy in parts:
        pen.addComponent(cmap[part], (scale, 0, 0, scale, dx, dy))
    name, widest = f"uni{rune:04X}", cmap[parts[0][0]]
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][widest][0], glyph.xMin)
    encode(font, rune, name)


def add_marks(font):
    """Gives font the marks of ALIASES and COMPOSED that its source lacks."""
    cmap = font.getBestCmap()
    for rune, shown_as in ALIASES.items():
        encode(font, rune, cmap[shown_as])
    for rune, parts in COMPOSED.items():
        if rune not in cmap:
            compose(font, rune, parts)


def rename(font, family):
    """Calls font by another family, in English alone; what says whose it is stays."""
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 13, 14) and n.platformID == 3 and n.langID == 0x409]
    postscript = family.replace(" ", "") + "-Regular"
    for name_id, text in ((1, family), (2, "Regular"), (3, postscript), (4, family), (5, "Version 1.000"), (6, postscript)):
        table.setName(text, name_id, 3, 1, 0x409)


def main(source, unihan, output, family=None):
    """Writes the subset of source to output."""
    font = TTFont(source, recalcTimestamp=False)
    reduce(font, wanted(unihan, small=family is not None))
    if family:
        rename(font, family)
    else:
        add_marks(font)
    font.save(output)
    print(f"{output}: {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    main(*sys.argv[1:])
