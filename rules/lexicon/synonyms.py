"""Writes synonyms.txt from WordNet 3.0 (as packed by Debian's wordnet-base and wordnet-sense-index).

    apt-get download wordnet-base wordnet-sense-index && for deb in wordnet-*.deb; do dpkg-deb -x $deb DIR; done
    pip install snowballstemmer==3.1.1
    python3 rules/lexicon/synonyms.py DIR/usr/share/wordnet > rules/lexicon/synonyms.txt

Taken: the common senses of words in small letters, of one to three words. A sense is common if texts that were tagged by hand (the
counts of index.sense) have it twice and in a twenty-fifth of the word's uses, or if it is the word's first. Words that those
texts hardly know stand only beside one that they do. Lines:

    = seek search look_for     words of one sense
    ~ decide decision          forms derived from one another whose stems differ
    > decide choose determine  the first is the wider word for each of the others (verbs and adjectives)
    ! unable able              opposites
    * went go                  an irregular form
    5 war power                how common words are: 8 for more than a thousand uses, each step down about a third of it
"""
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import snowballstemmer

# Wider than this a word says too little of what it is wider than: "be", "make", "change".
KINDS = 12
stem = cache(snowballstemmer.stemmer("english").stemWord)
folder = Path(sys.argv[1])
POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
TYPE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
plain = lambda word: word.replace("_", "").replace("-", "").isalpha() and word == word.lower() and word.count("_") < 3 and len(word) > 1

count, total, number = {}, defaultdict(int), {}
for line in (folder / "index.sense").read_text().splitlines():
    key, offset, sense, tagged = line.split()
    lemma, rest = key.split("%")
    at = (lemma, TYPE[rest[0]], offset)
    count[at], number[at] = int(tagged), int(sense)
    total[lemma] += int(tagged)

def common(lemma, pos, offset):
    at = (lemma, pos, offset)
    tagged = count.get(at, 0)
    if number.get(at) == 1 and (tagged or not total[lemma]):
        return True
    return tagged >= 2 and tagged * 25 >= total[lemma]

synsets = {}
for name, pos in POS.items():
    for line in (folder / f"data.{name}").read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        size = int(fields[3], 16)
        words = [fields[4 + 2 * i].split("(")[0] for i in range(size)]
        at = 5 + 2 * size
        links = [tuple(fields[at + 4 * i: at + 4 * i + 4]) for i in range(int(fields[at - 1]))]
        synsets[pos, fields[0]] = (words, links)

def members(pos, offset):
    words = synsets[pos, offset][0]
    return [word for word in words if plain(word) and common(word, pos, offset)]

def lines():
    for (pos, offset), (words, links) in sorted(synsets.items()):
        own = members(pos, offset)
        # A sense that only rare words have helps nobody.
        if not any(total[word] >= 2 for word in own):
            continue
        if len({stem(word) for word in own}) > 1:
            yield "= " + " ".join(own)
        kinds = []
        for pointer, other, part, place in links:
            part = "a" if part == "s" else part
            if (part, other) not in synsets:
                continue
            if pointer in "~&" and pos == part and pos in "va":
                kinds += [word for word in members(part, other) if total[word] >= 5 and word not in own + kinds]
            if pointer not in "+\\!" or place == "0000":
                continue
            one, two = words[int(place[:2], 16) - 1], synsets[part, other][0][int(place[2:], 16) - 1]
            if not (one in own and two in members(part, other) and "_" not in one + two):
                continue
            denied = pointer == "!" and (negates(one, two) and total[two] or negates(two, one) and total[one])
            if not denied and (not (total[one] and total[two]) or total[one] + total[two] < 5 or stem(one) == stem(two)):
                continue
            if pointer == "!":
                yield "! " + (f"{one} {two}" if negates(one, two) or not negates(two, one) and one < two else f"{two} {one}")
            else:
                yield f"~ {min(one, two)} {max(one, two)}"
        heads = [word for word in own if total[word] >= 5][:2]
        if heads and 0 < len(kinds) <= KINDS:
            yield f"> {heads[0]} " + " ".join(kinds)

def negates(word, other):
    return any(word == prefix + other for prefix in ("un", "in", "im", "ir", "il", "dis", "non"))

def irregular():
    for name, pos in (("verb", "v"), ("noun", "n"), ("adj", "a")):
        for line in (folder / f"{name}.exc").read_text().splitlines():
            form, lemma = line.split()[:2]
            if plain(form) and plain(lemma) and "_" not in form and "-" not in form and total[lemma] >= 2 and form[-3:] not in ("ing", "ied", "ies"):
                yield f"* {form} {lemma}"

print("# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. See LICENSE-WORDNET. Made by synonyms.py.")
for line in sorted(set(lines()) | set(irregular())):
    print(line)
rows = defaultdict(list)
for lemma in sorted(total):
    if plain(lemma) and "_" not in lemma and total[lemma] >= 2:
        level, left = 1, total[lemma]
        while left >= 3 and level < 8:
            level, left = level + 1, left // 3
        rows[level].append(lemma)
for level in sorted(rows, reverse=True):
    for start in range(0, len(rows[level]), 16):
        print(level, *rows[level][start:start + 16])
