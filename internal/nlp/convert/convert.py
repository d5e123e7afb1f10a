"""Converts the spaCy pipeline en_core_web_md 3.8.0 into the files that package nlp embeds.

usage: python convert.py MODEL_DIR OUT_DIR

MODEL_DIR is the directory that holds config.cfg; OUT_DIR is ../model. Needs spacy 3.8. Run once: what it writes is
committed, so that neither building nor reading text needs Python.
"""
import json
import os
import re
import struct
import sys

import numpy as np
import spacy
import srsly
from spacy.lang import char_classes as cc
from spacy.lang import punctuation as shared_punctuation
from spacy.lang.en import punctuation as english_punctuation
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS

# Whole numbers with a scale per row. Embeddings take two bytes a weight like float16, with an error several times
# smaller; layers take three, which keeps close calls of the parser as they are with float32.
SHORT, LONG = "int16", "int24"
KEY_BUCKET_BITS = 16  # top bits of a word hash choose the bucket, the next 32 bits are kept as its fingerprint


def nodes(model_dir, component):
    """Yields (name, parameters, attributes) of every layer of a serialized component, in walking order."""
    with open(os.path.join(model_dir, component, "model"), "rb") as f:
        data = srsly.msgpack_loads(f.read())
    for node, params, attrs in zip(data["nodes"], data["params"], data["attrs"]):
        unpacked = {k: srsly.msgpack_loads(v) if isinstance(v, bytes) else v for k, v in attrs.items()}
        yield node["name"], params or {}, unpacked


class Weights:
    """Collects named tensors and writes them behind a JSON header."""

    def __init__(self):
        self.tensors, self.long = {}, set()

    def add(self, name, array, dtype=SHORT):
        assert name not in self.tensors, name
        array = np.ascontiguousarray(array)
        if dtype in (SHORT, LONG):
            top = 2 ** (15 if dtype == SHORT else 23) - 1
            scale = (np.abs(array).max(axis=1) / top).astype("float32")
            scale[scale == 0] = 1
            self.tensors[name + ".scale"] = scale
            array = np.rint(array.astype("float64") / scale.astype("float64")[:, None]).clip(-top, top)
        if dtype == LONG:
            self.long.add(name)
            dtype = "int32"
        self.tensors[name] = array.astype(dtype)

    def write(self, path, header):
        index, blob = [], bytearray()
        for name, array in self.tensors.items():
            kind = LONG if name in self.long else str(array.dtype)
            index.append({"name": name, "type": kind, "shape": list(array.shape), "offset": len(blob)})
            stored = array.astype(array.dtype.newbyteorder("<"))
            if kind == LONG:
                stored = np.ascontiguousarray(stored.reshape(-1, 1).view("uint8")[:, :3])
            blob += stored.tobytes()
            blob += b"\0" * (-len(blob) % 8)
        head = json.dumps({**header, "tensors": index}, ensure_ascii=False).encode()
        head += b" " * (-(len(head)) % 8)
        with open(path, "wb") as f:
            f.write(b"SAYSONLP" + struct.pack("<Q", len(head)) + head + blob)
        print(path, round(os.path.getsize(path) / 1e6, 2), "MB,", len(index), "tensors")


def encoder(weights, prefix, model_dir, component, vectors):
    """Adds one token encoder: hash embeddings, projected word vectors, a mixer and window layers, each maxout + layer norm."""
    embeds, maxouts, norms, static, columns = [], [], [], None, None
    for name, p, attrs in nodes(model_dir, component):
        if name == "extract_features":
            columns = [c if isinstance(c, str) else spacy.attrs.NAMES[c] for c in attrs["columns"]]
        elif name == "hashembed" and "E" in p:
            embeds.append((attrs["column"], attrs["seed"], p["E"]))
        elif name == "maxout" and "W" in p:
            maxouts.append((p["W"], p["b"]))
        elif name == "layernorm" and "G" in p:
            norms.append((p["G"], p["b"]))
        elif name == "static_vectors" and "W" in p:
            static = p["W"]
    mixer = max(range(len(maxouts)), key=lambda i: maxouts[i][0].shape[2])
    order = [mixer] + [i for i in range(len(maxouts)) if i != mixer]
    for i, (_, _, table) in enumerate(embeds):
        weights.add(f"{prefix}.embed{i}", table)
    for layer, i in enumerate(order):
        w, b = maxouts[i]
        weights.add(f"{prefix}.maxout{layer}.w", w.reshape(-1, w.shape[2]), LONG)
        weights.add(f"{prefix}.maxout{layer}.b", b.reshape(-1), "float32")
        weights.add(f"{prefix}.norm{layer}.gain", norms[i][0], "float32")
        weights.add(f"{prefix}.norm{layer}.bias", norms[i][1], "float32")
    weights.add(f"{prefix}.vectors", vectors @ static.T)
    return {
        "features": [columns[c] for c, _, _ in embeds],
        "seeds": [int(seed) for _, seed, _ in embeds],
        "layers": len(maxouts) - 1,
        "pieces": int(maxouts[mixer][0].shape[1]),
    }


def transition_model(weights, prefix, model_dir, component, width):
    """Adds one transition scorer: token projection, per-slot affine with padding, output layer."""
    for name, p, _ in nodes(model_dir, component):
        if name == "precomputable_affine":
            slots = int(p["W"].shape[0])
            weights.add(f"{prefix}.slot.w", p["W"].reshape(-1, p["W"].shape[-1]), LONG)
            weights.add(f"{prefix}.slot.b", p["b"].reshape(-1), "float32")
            weights.add(f"{prefix}.slot.pad", p["pad"].reshape(slots, -1), "float32")
        elif name == "linear" and "W" in p:
            kind = "project" if p["W"].shape[1] == width else "out"
            weights.add(f"{prefix}.{kind}.w", p["W"], LONG)
            weights.add(f"{prefix}.{kind}.b", p["b"], "float32")
    return slots


def word_rows(weights, vectors):
    """Adds the map from word hash to vector row: bucket ends, 32-bit fingerprints and rows, sorted by hash.

    Returns the rows of the few words that spaCy numbers instead of hashing them, by number.
    """
    keys = np.array(list(vectors.key2row.keys()), dtype="uint64")
    rows = np.array(list(vectors.key2row.values()), dtype="int64")
    keys, rows = keys[rows >= 0], rows[rows >= 0]
    numbered = {str(k): int(r) for k, r in zip(keys, rows) if k < len(IDS)}
    keys, rows = keys[keys >= len(IDS)], rows[keys >= len(IDS)]
    order = np.argsort(keys)
    keys, rows = keys[order], rows[order]
    bucket = keys >> np.uint64(64 - KEY_BUCKET_BITS)
    ends = np.searchsorted(bucket, np.arange(1 << KEY_BUCKET_BITS, dtype="uint64"), side="right")
    prints = (keys >> np.uint64(64 - KEY_BUCKET_BITS - 32)).astype("uint32")
    whole = (bucket << np.uint64(32)) | prints.astype("uint64")
    assert len(np.unique(whole)) == len(whole), "two words share a fingerprint"
    weights.add("words.ends", ends, "uint32")
    weights.add("words.prints", prints, "uint32")
    weights.add("words.rows", rows, "uint16")
    return numbered


def weights_file(nlp, model_dir, path):
    weights = Weights()
    vectors = nlp.vocab.vectors
    header = {
        "name": "en_core_web_md", "version": nlp.meta["version"],
        "tags": list(nlp.get_pipe("tagger").labels),
        "parserMoves": list(nlp.get_pipe("parser").move_names),
    }
    header["syntax"] = encoder(weights, "syntax", model_dir, "tok2vec", vectors.data)
    header["entity"] = encoder(weights, "entity", model_dir, "ner", vectors.data)
    for name, p, _ in nodes(model_dir, "tagger"):
        if name == "softmax":
            weights.add("tag.w", p["W"], LONG)
            weights.add("tag.b", p["b"], "float32")
    width = header["syntax"]["width"] = header["entity"]["width"] = int(weights.tensors["syntax.norm0.gain"].shape[0])
    header["parserSlots"] = transition_model(weights, "parser", model_dir, "parser", width)
    header["entitySlots"] = transition_model(weights, "ner", model_dir, "ner", width)
    moves = list(nlp.get_pipe("ner").move_names)
    if "U-" not in moves:  # spaCy hides this move, its score column stays
        moves.insert(moves.index("O"), "U-")
    header["entityMoves"] = moves
    assert len(moves) == weights.tensors["ner.out.b"].shape[0]
    assert len(header["parserMoves"]) == weights.tensors["parser.out.b"].shape[0]
    header["symbols"] = {name: number for name, number in IDS.items() if name}
    header["symbolRows"] = word_rows(weights, vectors)
    weights.write(path, header)


def ranges(test):
    """Lists the code points that satisfy test as [first, last] pairs, surrogates left out."""
    out = []
    for c in range(0x110000):
        if 0xD800 <= c < 0xE000 or not test(chr(c)):
            continue
        if out and out[-1][1] == c - 1:
            out[-1][1] = c
        else:
            out.append([c, c])
    return out


def in_class(body):
    matcher = re.compile("[" + body + "]")
    return lambda ch: matcher.match(ch) is not None


def literals(patterns):
    """Splits regular expressions into plain strings and the ones that need code; every plain one is unescaped."""
    plain, coded = [], []
    for p in patterns:
        text = re.sub(r"\\(.)", r"\1", p)
        (plain if re.escape(text).replace("\\", "") == p.replace("\\", "") and re.fullmatch(p, text) else coded).append(p)
    return [re.sub(r"\\(.)", r"\1", p) for p in plain], coded


def tokenizer_file(nlp, path):
    icons = cc.LIST_ICONS[0]
    prefixes, coded_prefixes = literals([p for p in shared_punctuation.TOKENIZER_PREFIXES if p.strip() and p != icons])
    suffix_patterns = [p for p in shared_punctuation.TOKENIZER_SUFFIXES if p.strip() and p != icons]
    suffixes, coded_suffixes = literals(suffix_patterns)
    print("prefixes that are code:", coded_prefixes)
    print("suffixes that are code:", [p[:40] for p in coded_suffixes])
    print("infixes that are code:", [p[:40] for p in english_punctuation.TOKENIZER_INFIXES])
    after_period = next(p for p in suffix_patterns if p.startswith("(?<=[0-9a-z") or p.startswith("(?<=[0-9A-Z") or "%²" in p)
    body = re.fullmatch(r"\(\?<=\[(.*)\]\)\\\.", after_period, re.S).group(1)
    data = {
        "prefixes": sorted(set(prefixes)), "suffixes": sorted(set(suffixes)),
        "currencies": sorted({re.sub(r"\\(.)", r"\1", c) for c in cc.LIST_CURRENCY}),
        "units": sorted(set(cc.LIST_UNITS)),
        "hyphens": cc.LIST_HYPHENS,
        "classes": {
            "alpha": ranges(in_class(cc.ALPHA)),
            "lower": ranges(in_class(cc.ALPHA_LOWER)),
            "upper": ranges(in_class(cc.ALPHA_UPPER)),
            "quote": ranges(in_class(cc.CONCAT_QUOTES)),
            "icon": ranges(in_class(cc.CONCAT_ICONS)),
            "beforePeriod": ranges(in_class(body)),
            "digit": ranges(str.isdigit),
        },
        "special": {k: [[t.get(65, t.get("ORTH")), t.get(67, t.get("NORM", ""))] for t in v]
                    for k, v in sorted(nlp.tokenizer.rules.items())},
    }
    for tokens in data["special"].values():
        for t in tokens:
            for i in (0, 1):
                t[i] = nlp.vocab.strings[t[i]] if isinstance(t[i], int) else t[i]
    write_json(path, data)


def norms_file(nlp, path):
    """Writes word -> norm where it is not the lower-cased word; words known by hash alone are written as "#" + hash."""
    table, strings = nlp.vocab.lookups.get_table("lexeme_norm"), nlp.vocab.strings
    words, norms = set(BASE_NORMS), {}
    for key, norm in table.items():
        if isinstance(key, int) and key not in strings:
            norms[f"#{key}"] = norm
        else:
            words.add(strings[key] if isinstance(key, int) else key)
    for w in sorted(words):
        if nlp.vocab[w].norm_ != w.lower():
            norms[w] = nlp.vocab[w].norm_
    write_json(path, norms)


def ruler_file(nlp, path):
    write_json(path, nlp.get_pipe("attribute_ruler").patterns)


def lemma_files(nlp, out):
    lookups, strings = nlp.get_pipe("lemmatizer").lookups, nlp.vocab.strings
    named = lambda table: {strings[k] if isinstance(k, int) else k: v for k, v in lookups.get_table(table).items()}
    exceptions = {pos: {w: list(forms) for w, forms in sorted(table.items())} for pos, table in named("lemma_exc").items()}
    for table in exceptions.values():
        assert all(isinstance(w, str) for w in table)
    write_json(os.path.join(out, "lemma_rules.json"), named("lemma_rules"))
    write_json(os.path.join(out, "lemma_exceptions.json"), exceptions)
    for pos, words in named("lemma_index").items():
        with open(os.path.join(out, f"lemma_index_{pos}.txt"), "w", encoding="utf-8") as f:
            f.write("".join(w + "\n" for w in sorted(set(words), key=lambda w: w.encode())))


def write_json(path, data):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(data, f, ensure_ascii=False, indent=None, separators=(",", ":"))
        f.write("\n")
    print(path, os.path.getsize(path), "bytes")


def main(model_dir, out):
    nlp = spacy.load(model_dir)
    assert nlp.meta["name"] == "core_web_md" and nlp.meta["version"] == "3.8.0", nlp.meta["version"]
    assert nlp.tokenizer.token_match is None and nlp.tokenizer.faster_heuristics
    weights_file(nlp, model_dir, os.path.join(out, "en_core_web_md.weights"))
    tokenizer_file(nlp, os.path.join(out, "tokenizer.json"))
    norms_file(nlp, os.path.join(out, "norms.json"))
    ruler_file(nlp, os.path.join(out, "attribute_ruler.json"))
    lemma_files(nlp, out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
