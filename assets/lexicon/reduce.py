"""Reduces a word list of the form "word frequency tag" to words.txt.

usage: reduce.py SOURCE > words.txt

Kept: words of one to five Chinese characters that are frequent enough to tell
where words end in the prose of offices, and rarer names of places. Words of
equal weight share a line, names of places having lines of their own:

    weight kind word word ...

The weight is the frequency as twice its binary logarithm, rounded; the kind is
"p" for a place and "w" for any other word.
"""

import math
import sys

LONGEST = 5
FREQUENT = 10  # occurrences in the corpus behind the source
PLACE = 3


def kept(word, frequency, tag):
    if len(word) > LONGEST or any(not "\u4e00" <= c <= "\u9fff" for c in word):
        return False
    return frequency >= FREQUENT or tag == "ns" and frequency >= PLACE


def main(source):
    lines = {}
    with open(source, encoding="utf-8") as entries:
        for entry in entries:
            word, frequency, tag = (entry.rstrip("\n").split(" ") + ["", ""])[:3]
            if not frequency or not kept(word, int(float(frequency)), tag):
                continue
            weight = round(2 * math.log2(int(float(frequency))))
            kind = "p" if tag == "ns" and len(word) > 1 else "w"
            lines.setdefault((weight, kind), set()).add(word)
    for (weight, kind), words in sorted(lines.items()):
        print(weight, kind, *sorted(words))


main(sys.argv[1])
