"""The reconciliation service of the server at SAYSO_URL on a table of names in several scripts and spellings."""

import json
import os
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from sayso import Sayso

TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("reconcile_names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ACTORS = [(kind, name, spellings) for kind, name, *spellings in TABLE if kind != "STRANGER"]
STRANGERS = [name for kind, name in (row[:2] for row in TABLE) if kind == "STRANGER"]


def reconcile(queries):
    """Send names with their types in batches, as OpenRefine does, and return the candidates of each."""
    results = []
    for at in range(0, len(queries), 50):
        batch = {f"q{n}": {"query": name, "type": kind} for n, (name, kind) in enumerate(queries[at : at + 50])}
        body = urllib.parse.urlencode({"queries": json.dumps(batch)}).encode()
        with urllib.request.urlopen(f"{os.environ['SAYSO_URL']}/reconcile", body) as answer:
            found = json.load(answer)
        results += [found[key]["result"] for key in batch]
    return results


@pytest.fixture(scope="module", autouse=True)
def actors():
    """Hand in an article for each actor, ready read, so that names alone are measured."""
    articles = []
    for kind, name, _ in ACTORS:
        mention = {"span": [0, len(name)], "type": kind.upper(), "entity": name}
        reading = {"doc": name, "mentions": [mention], "statements": [], "claims": []}
        articles.append({"text": f"{name} was there on Monday.", "title": name, "reading": reading})
    assert not Sayso().ingest(articles).refused


def test_names_in_many_spellings():
    asked = [(spelling, name, kind) for kind, name, spellings in ACTORS for spelling in (name, *spellings)]
    results = reconcile([(spelling, kind) for spelling, _, kind in asked])
    right = wrong = sure = 0
    for (spelling, name, _), found in zip(asked, results, strict=True):
        first = bool(found) and found[0]["name"] == name
        right += first
        sure += bool(found) and found[0]["match"]
        if found and found[0]["match"] and not first:
            wrong += 1
            print(f"{spelling} was taken for {found[0]['name']}")
    print(f"{right} of {len(asked)} right, {sure} taken without a look, {wrong} of them wrong")
    assert right >= 0.95 * len(asked)
    assert sure >= 0.8 * len(asked)
    assert wrong == 0


def test_strangers_are_nobody():
    results = reconcile([(name, "Person") for name in STRANGERS])
    taken = {name: found[0]["name"] for name, found in zip(STRANGERS, results, strict=True) if found and found[0]["match"]}
    assert taken == {}


def test_preview_and_extension():
    with urllib.request.urlopen(f"{os.environ['SAYSO_URL']}/reconcile/suggest/entity?prefix=Timur") as answer:
        (entity,) = [e for e in json.load(answer)["result"] if e["name"] == "Timur Zholdasov"]
    with urllib.request.urlopen(f"{os.environ['SAYSO_URL']}/reconcile/preview?id={entity['id']}") as answer:
        assert "<h1>Timur Zholdasov</h1>" in answer.read().decode()
    extend = {"ids": [entity["id"]], "properties": [{"id": "articles"}, {"id": "name"}]}
    body = urllib.parse.urlencode({"extend": json.dumps(extend)}).encode()
    with urllib.request.urlopen(f"{os.environ['SAYSO_URL']}/reconcile", body) as answer:
        row = json.load(answer)["rows"][entity["id"]]
    assert row == {"articles": [{"float": 1}], "name": [{"str": "Timur Zholdasov"}]}
