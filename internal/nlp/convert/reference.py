"""Writes what spaCy itself makes of texts, for the parity test of package nlp.

usage: python reference.py MODEL_DIR TEXTS OUT

TEXTS holds texts, each after a line "=== name". OUT gets, for each, the same line and then one line a token: text and
norm as JSON strings, start in code points, blank after, tag, pos, lemma as JSON string, distance to the head, dep,
sentence start, entity; between tabs.
"""
import json
import re
import sys

import spacy


def texts(path):
    with open(path, encoding="utf-8", newline="") as f:
        parts = re.split(r"^=== (.*)\n", f.read(), flags=re.M)
    for name, text in zip(parts[1::2], parts[2::2]):
        yield name, text[:-1] if text.endswith("\n") else text


def row(t):
    quoted = lambda s: json.dumps(s, ensure_ascii=False)
    entity = "O" if t.ent_iob_ in ("O", "") else f"{t.ent_iob_}-{t.ent_type_}"
    return "\t".join([quoted(t.text), quoted(t.norm_), str(t.idx), str(int(bool(t.whitespace_))), t.tag_, t.pos_,
                      quoted(t.lemma_), str(t.head.i - t.i), t.dep_, str(int(bool(t.is_sent_start))), entity])


def main(model_dir, source, out):
    nlp = spacy.load(model_dir)
    with open(out, "w", encoding="utf-8") as f:
        for name, text in texts(source):
            f.write(f"=== {name}\n")
            f.writelines(row(t) + "\n" for t in nlp(text))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
