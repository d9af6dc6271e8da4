#!/usr/bin/env python3
"""Prints the words of a SunPinyin dictionary by their numbers: "number word".

usage: words.py PYDICT_SC_BIN > words.txt

The third number of the file says where its strings begin: UTF-32, each ended by
a zero, the first one being that of word 0.
"""
import struct
import sys

data = open(sys.argv[1], "rb").read()
start = struct.unpack("<3I", data[:12])[2]
for number, word in enumerate(data[start:].decode("utf-32-le").split("\0")):
    if word:
        print(number, word)
