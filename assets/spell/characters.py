#!/usr/bin/env python3
"""Writes what the speller knows of characters: how each sounds and which look like it.

usage: characters.py UNIHAN_READINGS CJK_DECOMP MODEL > characters.txt

A line is "character readings look-alikes": readings without tones, with commas
between them; look-alikes are characters one after the other, the likest first.
The characters are those of the 2013 list of standard characters
(通用规范汉字表). Two look alike if they are made of nearly the same parts; only
those that the model counts are listed, since no other can be offered.
"""
import re
import struct
import sys
import unicodedata
from collections import Counter, defaultdict

LIKE = 0.5  # the least share of parts in common
MOST = 40   # look-alikes a character
RARE = 0.02 # the least share of a reading that counts


def plain(reading):
    """The syllable without its tone; ü is v."""
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", reading))
    letters = letters.replace("u\u0308", "v")
    return "".join(c for c in letters if c.isascii() and c.isalpha())


def field(path, name):
    for line in open(path, encoding="utf-8"):
        if f"\t{name}\t" in line:
            code, _, value = line.rstrip("\n").split("\t")
            yield chr(int(code[2:], 16)), value


def readings(path):
    """The readings in the standard list, but for those that are rare in text."""
    often = defaultdict(Counter)
    for char, value in field(path, "kHanyuPinlu"):
        for reading, n in re.findall(r"([^\s()]+)\((\d+)\)", value):
            often[char][plain(reading)] += int(n)
    sounds = {}
    for char, value in field(path, "kTGHZ2013"):
        all_of_it = list(dict.fromkeys(plain(r) for r in re.findall(r"[^\s,:.0-9]+", value)))
        total = sum(often[char].values())
        usual = [r for r in all_of_it if often[char][r] >= RARE * total]
        sounds[char] = usual if total and usual else all_of_it
    return sounds


def decompositions(path):
    """The parts of each character or numbered shape, one level down."""
    direct = {}
    for line in open(path, encoding="utf-8"):
        found = re.match(r"(?:module\.exports = `)?([^:\s]+):[^(]*\(([^)]*)\)", line)
        if found:
            direct[found.group(1)] = [p for p in found.group(2).split(",") if p]
    return direct


def parts_of(name, direct, known):
    """All parts of a shape at every level, with itself."""
    if name not in known:
        known[name] = Counter([name])  # also ends a circle
        for part in direct.get(name, []):
            known[name] = known[name] + parts_of(part, direct, known)
    return known[name]


def look_alikes(characters, direct):
    known = {}
    parts = {c: parts_of(c, direct, known) - Counter([c]) for c in characters}
    holders = defaultdict(list)
    for c in characters:
        parts[c][c] += 1
        for part in parts[c]:
            holders[part].append(c)
    size = {c: sum(parts[c].values()) for c in characters}
    for c in characters:
        common = Counter()
        for part, n in parts[c].items():
            for other in holders[part]:
                common[other] += min(n, parts[other][part])
        rank = [(2 * n / (size[c] + size[o]), o) for o, n in common.items() if o != c]
        rank = sorted((r for r in rank if r[0] >= LIKE), key=lambda r: (-r[0], r[1]))
        yield c, [o for _, o in rank[:MOST]]


def counted(path):
    """The characters that a model counts."""
    data = open(path, "rb").read()
    size, = struct.unpack_from("<I", data, 8)
    return {chr(c) for c in struct.unpack_from(f"<{size}i", data, 16)}


def main():
    sounds = readings(sys.argv[1])
    known = counted(sys.argv[3])
    for c, like in look_alikes(sorted(sounds), decompositions(sys.argv[2])):
        print(c, ",".join(sounds[c]), "".join(c for c in like if c in known))


main()
