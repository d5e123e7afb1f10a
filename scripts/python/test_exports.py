"""Each export of the server at SAYSO_URL opens in a reader of its own field and holds what the API says."""

import io
import json
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import networkx
import pandas
import pyarrow.parquet
import pytest
import rdflib
import stix2
from followthemoney import model
from nanopub import Nanopub
from pybtex.database import parse_string
from pyld import jsonld

from sayso import Sayso

FORMS = ["jsonl", "csv", "parquet", "graphml", "gexf", "jsonld", "trig", "claimreview", "ftm", "stix", "ris", "bibtex"]


def export(form, **query):
    """The bytes of an export."""
    address = f"{os.environ['SAYSO_URL']}/export/{form}"
    with urllib.request.urlopen(f"{address}?{urllib.parse.urlencode(query)}" if query else address) as answer:
        return answer.read()


@pytest.fixture(scope="module")
def statements():
    """The lines of the statements' own form, which are the API's."""
    return [json.loads(line) for line in export("jsonl").splitlines()]


@pytest.fixture(scope="module")
def asserted(statements):
    """Each claim of a statement."""
    return [(s, a) for s in statements for a in s["asserts"]]


def between_actors(asserted):
    """Those whose ends are both actors."""
    return [(s, a) for s, a in asserted if a["claim"]["subject"] and a["claim"]["object"]]


def test_lines_are_all_statements(statements):
    assert [s["id"] for s in statements] == sorted(s.id for s in Sayso().statements())


def test_tables(statements, asserted):
    frame = pandas.read_csv(io.BytesIO(export("csv")), keep_default_na=False)
    assert len(frame) == len(asserted) + sum(not s["asserts"] for s in statements)
    assert set(frame["statement_id"]) == {s["id"] for s in statements}
    assert list(frame["quote"])[0].lstrip("'") == statements[0]["quote"]["exact"]
    table = pyarrow.parquet.read_table(io.BytesIO(export("parquet"))).to_pandas()
    assert list(table.columns) == list(frame.columns)
    assert list(table["claim_id"]) == list(frame["claim_id"])
    assert table["quantity"].dtype == "float64" and table["negated"].dtype == bool
    assert list(table["quantity"].dropna()) == [float(q) for q in frame["quantity"] if q != ""]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphs(form, asserted):
    content = export(form)
    if form == "gexf":  # networkx knows versions up to 1.2, which have the same elements; Gephi needs the kind of 1.3 for parallel edges
        content = content.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft").replace(b'version="1.3"', b'version="1.2"')
    graph = getattr(networkx, f"read_{form}")(io.BytesIO(content))
    edges = between_actors(asserted)
    assert graph.is_directed() and graph.number_of_edges() == len({(s["id"], a["claim"]["id"], a["start"]) for s, a in edges})
    name = "name" if form == "graphml" else "label"
    for s, a in edges:
        claim = a["claim"]
        between = graph.get_edge_data(claim["subject"]["id"], claim["object"]["id"])
        found = between.values() if graph.is_multigraph() else [between]
        assert any(edge["predicate"] == claim["predicate"]["id"] and edge["quote"] == s["quote"]["exact"] for edge in found)
        assert graph.nodes[claim["subject"]["id"]][name] == claim["subject"]["name"]


OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


def urn(identifier):
    return rdflib.URIRef(f"urn:sayso:{identifier}")


def test_json_ld_is_annotations_with_selectors(statements):
    text = export("jsonld")
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    annotations = set(graph.subjects(rdflib.RDF.type, OA.Annotation))
    assert annotations == {urn(s["id"]) for s in statements}
    for s in statements:
        selectors = [x for target in graph.objects(urn(s["id"]), OA.hasTarget) for x in graph.objects(target, OA.hasSelector)]
        exact = [str(x) for selector in selectors for x in graph.objects(selector, OA.exact)]
        starts = [int(x) for selector in selectors for x in graph.objects(selector, OA.start)]
        assert exact == [s["quote"]["exact"]] and starts == [s["quote"]["start"]]
        speaker = [urn(s["speaker"]["id"])] if s["speaker"] else []
        assert list(graph.objects(urn(s["id"]), PROV.wasAttributedTo)) == speaker
    assert len(jsonld.expand(json.loads(text))) >= len(statements)


def test_nanopublications_have_their_four_graphs(asserted):
    data = rdflib.Dataset()
    data.parse(data=export("trig"), format="trig")
    np = rdflib.Namespace("http://www.nanopub.org/nschema#")
    heads = list(data.quads((None, rdflib.RDF.type, np.Nanopublication, None)))
    assert len(heads) == len({(s["id"], a["claim"]["id"], a["start"]) for s, a in asserted})
    names = {str(graph.identifier) for graph in data.graphs()}
    for publication, _, _, head in heads:
        for part in (np.hasAssertion, np.hasProvenance, np.hasPublicationInfo):
            (graph,) = data.graph(head).objects(publication, part)
            assert str(graph) in names and len(data.graph(graph))
        (assertion,) = data.graph(head).objects(publication, np.hasAssertion)
        (provenance,) = data.graph(head).objects(publication, np.hasProvenance)
        assert list(data.graph(provenance).objects(assertion, PROV.wasDerivedFrom))
    exact = {str(x) for _, _, x, _ in data.quads((None, OA.exact, None, None))}
    assert exact == {s["quote"]["exact"] for s, _ in asserted}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nanopublications_are_valid():
    """The field's own library finds each of them valid: four graphs, provenance about the assertion, information about the publication."""
    data = rdflib.Dataset()
    data.parse(data=export("trig"), format="trig")
    np = rdflib.Namespace("http://www.nanopub.org/nschema#")
    for publication, _, _, head in list(data.quads((None, rdflib.RDF.type, np.Nanopublication, None))):
        alone = rdflib.ConjunctiveGraph()  # the library takes no Dataset
        parts = [part for name in ("hasAssertion", "hasProvenance", "hasPublicationInfo") for part in data.graph(head).objects(publication, np[name])]
        for part in (head, *parts):
            for triple in data.graph(part):
                alone.get_context(part).add(triple)
        assert Nanopub(rdf=alone).is_valid


def test_claim_reviews(asserted):
    expanded = jsonld.expand(json.loads(export("claimreview")))
    said = [(s, a) for s, a in asserted if s["speaker"] or s["source"]]
    assert len(expanded) == len(said)
    schema = "https://schema.org/"
    for item, (s, a) in zip(expanded, said, strict=True):
        assert item["@type"] == [schema + "ClaimReview"]
        assert item[schema + "claimReviewed"][0]["@value"] == a["claim"]["text"]
        assert item[schema + "itemReviewed"][0][schema + "text"][0]["@value"] == s["quote"]["exact"]


def test_follow_the_money(statements, asserted):
    entities = [model.get_proxy(json.loads(line)) for line in export("ftm").splitlines()]
    by_id = {entity.id: entity for entity in entities}
    assert len(by_id) == len(entities)
    links = [entity for entity in entities if entity.schema.name == "UnknownLink"]
    assert len(links) == len({(s["id"], a["claim"]["id"]) for s, a in between_actors(asserted)})
    for link in links:
        ends = link.get("subject") + link.get("object")
        assert len(ends) == 2 and all(by_id[end].schema.is_a("Thing") for end in ends)
        assert link.get("summary") and link.get("sourceUrl")
    papers = [entity for entity in entities if entity.schema.name == "Documentation"]
    assert {paper.get("document")[0] for paper in papers} == {s["article"]["id"] for s in statements}
    raw = {line["id"]: line["properties"] for line in map(json.loads, export("ftm").splitlines())}
    for entity in entities:  # what the model does not know or cannot read it drops
        assert {p.name: sorted(v) for p, v in ((p, entity.get(p)) for p in entity.iterprops()) if v} == {k: sorted(set(v)) for k, v in raw[entity.id].items()}


def test_ftm_and_back(tmp_path):
    """What the field's own library writes of our entities is taken in again, whole."""
    path = tmp_path / "entities.ftm.json"
    entities = [model.get_proxy(json.loads(line)) for line in export("ftm").splitlines()]
    path.write_text("".join(json.dumps(entity.to_dict()) + "\n" for entity in entities))
    command = ["go", "run", "./cmd/sayso", "import", "--as", "ftm", "--dry-run", "--server", os.environ["SAYSO_URL"], str(path)]
    done = subprocess.run(command, cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert ", 0 refused" in done.stdout and not done.stdout.startswith("would be: 0 new"), done.stdout


def test_stix(statements):
    bundle = stix2.parse(export("stix").decode(), allow_custom=False)
    ids = {item.id for item in bundle.objects}
    assert len(ids) == len(bundle.objects)
    notes = [item for item in bundle.objects if item.type == "note"]
    assert {note.external_references[0].external_id for note in notes} <= {s["id"] for s in statements}
    for item in bundle.objects:
        refs = list(item.get("object_refs", [])) + [item[key] for key in ("source_ref", "target_ref") if key in item]
        assert set(refs) <= ids
    assert any(item.type == "relationship" and item.relationship_type == "recognized" for item in bundle.objects)


def test_references(statements):
    articles = {s["article"]["id"]: s["article"] for s in statements}
    library = parse_string(export("bibtex").decode(), "bibtex")
    assert set(library.entries) == set(articles)
    for key, entry in library.entries.items():
        assert entry.fields.get("url", "") == articles[key]["url"] and entry.fields["year"] == articles[key]["publishedAt"][:4]
    records = export("ris").decode().split("ER  - \r\n\r\n")[:-1]
    titles = [line[6:] for record in records for line in record.splitlines() if line.startswith("TI  - ")]
    assert sorted(titles) == sorted(article["title"] for article in articles.values())


@pytest.mark.parametrize("form", FORMS)
def test_a_part_and_nothing(form):
    one = export(form, where=json.dumps({"article": {"publishedAt": {"eq": "2022-02-21"}}}))
    none = export(form, where=json.dumps({"speaker": {"called": "Nobody at all"}}))
    assert len(none) < len(one) < len(export(form))


@pytest.mark.parametrize(
    ("path", "status", "advice"),
    [("nonsense", 404, "choose one of"), ("csv?where={", 400, "write conditions as in GraphQL"), ('csv?where={"speakr":{}}', 400, "speakr")],
)
def test_advice(path, status, advice):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{os.environ['SAYSO_URL']}/export/{urllib.parse.quote(path, safe='?=')}")
    assert refused.value.code == status
    assert advice in json.load(refused.value)["errors"][0]["message"]
