"""The client against a server with the sample graph, whose address is in SAYSO_URL."""

import asyncio
import itertools
import os
import random
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso import AsyncSayso, Conflict, InvalidInput, Sayso

pytestmark = pytest.mark.skipif(
    "SAYSO_URL" not in os.environ, reason="SAYSO_URL names no server; make python starts one"
)

REPORT = (
    "The council of Arnfeld has banned the ferry company Norlin. Mayor Tilda Voss said on Monday that Norlin had paid "
    "nothing since March. Norlin denied it."
)


@pytest.fixture
def server() -> Sayso:
    return Sayso()


def test_who_did_with_its_source(server: Sayso) -> None:
    rows = server.who_did("recognized", "Donetsk", as_of="2022-08-17")
    assert [row.actor.name for row in rows] == ["Russia", "Syria", "North Korea"]
    frame = rows.df()
    assert list(frame["predicate"].unique()) == ["RECOGNIZED"]
    assert frame["citation"].str.contains("(Sayso Sample Desk, 2022-", regex=False).all()
    assert frame["reference"].str.contains(r"https://example.org/sample/\S+ .*Code points \d+–\d+\.$").all()
    assert "Left out: 1 asserted negated" in rows._repr_html_()
    assert "<script" not in rows._repr_html_()
    graph = rows.graph()
    ends = [(graph.nodes[a]["name"], key, graph.nodes[b]["name"]) for a, b, key in graph.edges(keys=True)]
    assert ("Syria", "RECOGNIZED", "Donetsk") in ends
    assert all(edge["quotes"] for _, _, edge in graph.edges(data=True))


def test_groups_have_counts_and_no_source(server: Sayso) -> None:
    where = {"statements": {"article": {"publisher": {"name": {"eq": "Sayso Sample Desk"}}}}}
    frame = server.aggregate("STATEMENTS", ["OUTLET", "KIND"], where=where).df()
    assert set(frame["outlet"]) == {"Sayso Sample Desk"}
    assert "citation" not in frame
    assert frame["count"].sum() == server.statements({"article": {"publisher": {"called": "Sayso sample desk"}}}).total


def test_nothing_found_says_why(server: Sayso) -> None:
    rows = server.who_did("recognized", "Atlantis")
    assert len(rows) == 0
    assert list(rows.df().columns)[:3] == ["actor", "predicate", "target"]
    assert "Nothing found: not covered" in " ".join(rows.notes)


def test_every_question_gives_table_html_and_graph(server: Sayso) -> None:
    results = [
        server.what_did("Russia"),
        server.between("Russia", "Ukraine"),
        server.timeline("Syria", "Donetsk"),
        server.statements(limit=5),
        server.claims(limit=5),
        server.disputes("Ukraine"),
        server.search("Donetsk", limit=5),
        server.path("Syria", "Ukraine"),
        server.aggregate("STATEMENTS", ["SPEAKER", "YEAR"]),
    ]
    for result in results:
        assert len(result), result.title
        assert len(result.df()) >= len(result)
        assert result._repr_html_().count("<td>") >= len(result.df().columns) // 2
        result.graph()
    assert all(results[index].graph().number_of_edges() for index in (0, 1, 2, 4, 5, 7))


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Who recognized Donetsk?", "rows"),
        ("What did Putin say?", "statements"),
        ("How many soldiers did Ukraine lose?", "figures"),
        ("What is disputed about Ukraine?", "disputes"),
        ("How is Syria connected to Ukraine?", "path"),
    ],
)
def test_ask(server: Sayso, question: str, part: str) -> None:
    answer = server.ask(question)
    assert len(answer.parts[part])
    assert answer.df()["citation"].notna().all()
    assert answer.interpretation.question == question
    assert answer.graphql


def test_all_pages_come_and_none_twice(server: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [statement.id for statement in server.statements()]
    monkeypatch.setattr(sayso.lists, "PAGE", 7)
    assert [statement.id for statement in server.statements()] == whole
    assert len(set(whole)) == len(whole) == server.statements().total


def test_ingest_review_and_changes(server: Sayso, tmp_path: Path) -> None:
    before = [change.seq for change in server.changes()][-1]
    (tmp_path / "ferry.txt").write_text(REPORT, encoding="utf-8")
    report = server.ingest(tmp_path, publisher="Arnfeld Post", published_at="2024-03-04", title="Ferry banned")
    assert (len(report), len(report.refused)) == (1, 0)
    assert [item.is_new for item in server.ingest(tmp_path, publisher="Arnfeld Post")] == [False]
    refused = server.ingest([{"text": ""}, REPORT])
    assert [bool(item.error) for item in refused] == [True, False]

    statement = server.statements({"article": {"id": {"eq": report[0].article_id}}}, limit=1)[0]
    assert server.review(statement, "ACCEPTED", reason="read it", by="test").review.value == "ACCEPTED"
    with pytest.raises(Conflict, match="version"):
        server.review(statement, "REJECTED", reason="read it", by="test")

    bookmark = tmp_path / "bookmark"
    first = next(iter(server.changes(since=before)))
    seen = [c.seq for c in itertools.islice(server.changes(bookmark=bookmark), 3)]
    rest = [c.seq for c in server.changes(bookmark=bookmark)]
    assert first.seq == before + 1
    # The third was handed out and not asked past, so it comes again.
    assert rest[0] == seen[-1]
    assert rest == list(range(seen[-1], rest[-1] + 1))
    assert list(server.changes(bookmark=bookmark)) == []


# Whoever was forgotten stays so: each run has a mayor of its own.
MAYOR = "Orla " + "".join(random.choices("abcdefghiklmnoprstuv", k=9)).capitalize()
BRIDGE = {
    "text": f"The council of Arnfeld has banned the bridge company Selmtec. Mayor {MAYOR} said on Monday that "
    "Selmtec had paid nothing since May.",
    "title": "Bridge",
    "publishedAt": "2024-05-06",
}


def test_find_quote(server: Sayso) -> None:
    report = server.ingest([BRIDGE])
    found = server.find_quote("Selmtec had paid little since May", article=report[0].article_id)
    assert (found[0].text, found[0].exact) == ("Selmtec had paid nothing since May", False)
    assert list(found.df()["differences"]) == [("little → nothing",)]
    assert found.df()["found_in"].str.contains("Bridge").all()
    assert len(server.find_quote("nobody ever wrote such words anywhere", at_least=0.9)) == 0


def test_curation_by_hand(server: Sayso) -> None:
    who: dict[str, Any] = {"reason": "tested by hand", "by": "test"}
    article = server.ingest([BRIDGE])[0].article_id
    added = server.add_statement({"article": article, "exact": "had paid nothing", "kind": "NARRATED"}, **who)
    better = server.correct(added, {"article": article, "exact": "had paid nothing since May"}, **who)
    assert better.quote.exact == "had paid nothing since May"
    with pytest.raises(Conflict):
        server.retract(added, **who)
    assert server.retract(better, **who).status.value == "RETRACTED"
    with pytest.raises(InvalidInput):
        server.add_statement({"article": article, "exact": "words that stand nowhere"}, **who)

    voss = server.search(MAYOR, types=["Person"], limit=1)[0].node.id
    other = server.search("Putin", types=["Person"], limit=1)[0].node.id
    judged = server.judge(voss, other, "DIFFERENT", **who)
    assert server.undo(judged, **who).status.value == "UNDONE"

    would = server.forget(MAYOR, dry_run=True, **who)
    assert would.counts
    assert len(server.search(MAYOR))
    gone = server.forget(MAYOR, **who)
    assert gone.forgetting is not None
    assert not [hit for hit in server.search(MAYOR) if hit.type == "Person"]

    # A text in which a name is blacked out is another text, with another id.
    (left,) = server.graphql('{ articles(where: {title: {eq: "Bridge"}}) { nodes { id } } }')["articles"]["nodes"]
    assert server.delete_article(left["id"], **who).kind.value == "ARTICLE_DELETED"
    assert server.statements({"article": {"id": {"eq": left["id"]}}}).total == 0


def test_standing_questions_and_sources(server: Sayso, tmp_path: Path) -> None:
    added = server.watch("Who recognized Donetsk?", by="test").standing
    assert added.feed.endswith(".atom")
    assert added.id in [one.id for one in server.standing_questions()]
    assert server.pause_standing_question(added).paused
    assert not server.pause_standing_question(added.id, paused=False).paused
    server.remove_standing_question(added)
    assert added.id not in [one.id for one in server.standing_questions()]

    source = server.follow_source("https://feeds.example/news.xml")
    assert server.pause_source(source).paused
    assert [one.address for one in server.followed_sources()] == ["https://feeds.example/news.xml"]
    assert server.retry_source(source).id == source.id
    server.remove_source(source)
    assert server.followed_sources() == []


def test_the_asynchronous_client_gives_the_same(server: Sayso) -> None:
    async def asked() -> tuple[sayso.Rows, list[int]]:
        async with AsyncSayso() as client:
            rows, other = await asyncio.gather(client.who_did("recognized", "Donetsk"), client.what_did("Russia"))
            assert len(other)
            return rows, [change.seq async for change in client.changes()]

    rows, seqs = asyncio.run(asked())
    assert rows.items == server.who_did("recognized", "Donetsk").items
    assert seqs == [change.seq for change in server.changes()]


def test_own_documents_and_advice(server: Sayso) -> None:
    assert server.graphql("{ articles { totalCount } }")["articles"]["totalCount"] >= 6
    with pytest.raises(InvalidInput, match='no predicate is called "blorbed"'):
        server.who_did("blorbed", "Donetsk")
