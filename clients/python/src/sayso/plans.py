"""The questions, each as a Plan: what is sent, and what is made of the answers. The two clients carry them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from .articles import Article, Source, articles
from .errors import NotFound
from .exchange import Data, Plan, Request
from .generated import operations as documents
from .generated.aggregate_of import AggregateOf
from .generated.ask import Ask, AskAsk
from .generated.between import Between
from .generated.fragments import ChangeTold, StatementCited
from .generated.ingest import Ingest, IngestIngestResults
from .generated.input_types import ChangeWhere, ClaimWhere, StatementWhere
from .generated.list_changes import ListChanges
from .generated.list_claims import ListClaims
from .generated.list_disputes import ListDisputes
from .generated.list_statements import ListStatements
from .generated.review_statement import ReviewStatement
from .generated.search import Search
from .generated.timeline_of import TimelineOf
from .generated.ways_between import WaysBetween
from .generated.what_did import WhatDid
from .generated.who_did import WhoDid
from .results import (
    Answer,
    Claims,
    Disputes,
    Found,
    Groups,
    Hit,
    Ingested,
    IngestReport,
    Part,
    Positions,
    Rows,
    Statements,
    Ways,
)

Day: TypeAlias = str | date | datetime
Order: TypeAlias = list[dict[str, str]]
Where: TypeAlias = Mapping[str, Any]
T = TypeVar("T")
M = TypeVar("M")

PAGE = 100  # rows of one request of a list
BATCH = 20  # articles of one request of an ingest


class Progress(Protocol):
    """What is told how far a list or an ingest is."""

    def __call__(self, done: int, total: int) -> None:
        """Take notice that so many of so many are done."""


def there(value: M | None, name: str) -> M:
    """Return the value; a server that gives null for it has nothing of that name."""
    if value is None:
        raise NotFound(f"the server gave no {name}", "NOT_FOUND")
    return value


def who_did(
    predicate: str,
    target: str | None = None,
    *,
    target_id: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Rows]:
    """Who did something to a target: predicate "recognized", target "Donetsk"."""
    given = _given(locals())
    answer = there(WhoDid.model_validate((yield Request(documents.WHO_DID_GQL, given))).who_did, "answer")
    one = answer.predicates[0].id if len(answer.predicates) == 1 else None
    title = f"Who {predicate} {target or target_id}?"
    return Rows(tuple(answer.rows), title=title, predicate=one, left_out=tuple(answer.left_out), absence=answer.absence)


def what_did(
    actor: str | None = None,
    predicate: str | None = None,
    target: str | None = None,
    *,
    actor_id: str | None = None,
    target_id: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Rows]:
    """What an actor did, to whom or what."""
    given = _given(locals())
    answer = there(WhatDid.model_validate((yield Request(documents.WHAT_DID_GQL, given))).what_did, "answer")
    title = f"What {actor or actor_id} did"
    return Rows(tuple(answer.rows), title=title, left_out=tuple(answer.left_out), absence=answer.absence)


def between(
    a: str | None = None,
    b: str | None = None,
    *,
    a_id: str | None = None,
    b_id: str | None = None,
    predicate: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Rows]:
    """What two actors did to each other; `statements` of the result is what they said of each other."""
    given = _given(locals())
    answer = there(Between.model_validate((yield Request(documents.BETWEEN_GQL, given))).between, "answer")
    return Rows(
        tuple(answer.rows),
        title=f"Between {a or a_id} and {b or b_id}",
        left_out=tuple(answer.left_out),
        absence=answer.absence,
        statements=tuple(answer.statements),
    )


def timeline(
    actor: str | None = None,
    target: str | None = None,
    *,
    actor_id: str | None = None,
    target_id: str | None = None,
    predicate: str | None = None,
    family: str | None = None,
    from_: Day | None = None,
    to: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = True,
    first: int = 100,
) -> Plan[Positions]:
    """The positions of an actor towards a target in order of time."""
    given = _given(locals())
    answer = there(TimelineOf.model_validate((yield Request(documents.TIMELINE_OF_GQL, given))).timeline, "answer")
    title = f"{actor or actor_id} on {target or target_id}"
    return Positions(tuple(answer.entries), title=title, reversals=answer.reversals, left_out=tuple(answer.left_out))


def ask(
    question: str,
    *,
    reading: int = 0,
    actor_id: str | None = None,
    target_id: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Answer]:
    """A question in English; look at `interpretation` for how it was understood, and how surely."""
    given = _given(locals())
    answer = there(Ask.model_validate((yield Request(documents.ASK_GQL, given))).ask, "answer")
    return Answer(answer.interpretation, _parts(answer, question), answer.actor, answer.graphql, answer.cypher)


def _parts(answer: AskAsk, question: str) -> dict[str, Part]:
    """Return those parts of an answer that its kind has."""
    said: dict[str, Any] = {"left_out": tuple(answer.left_out or ()), "absence": answer.absence}
    parts: dict[str, Part] = {}
    if answer.rows is not None:
        parts["rows"] = Rows(tuple(answer.rows), title=question, **said)
    if answer.statements is not None:
        nodes, total = tuple(answer.statements.nodes), answer.statements.total_count
        parts["statements"] = Statements(nodes, title=question, total=total)
    for name, listed in (("figures", answer.figures), ("claims", answer.claims)):
        if listed is not None:
            parts[name] = Claims(tuple(listed.nodes), title=question, total=listed.total_count)
    if answer.timeline is not None:
        entries, reversals = tuple(answer.timeline.entries), answer.timeline.reversals
        parts["timeline"] = Positions(entries, title=question, reversals=reversals)
    if answer.path is not None:
        parts["path"] = Ways(tuple(answer.path.paths), title=question)
    if answer.disputes is not None:
        parts["disputes"] = Disputes(tuple(answer.disputes.nodes), title=question, total=answer.disputes.total_count)
    return parts


def path(
    from_: str | None = None,
    to: str | None = None,
    *,
    from_id: str | None = None,
    to_id: str | None = None,
    max_hops: int = 4,
    where: ClaimWhere | Where | None = None,
    as_of: Day | None = None,
    known_at: Day | None = None,
    first: int = 5,
) -> Plan[Ways]:
    """The shortest ways from one actor to another; each step is a claim with its quotes."""
    given = _given(locals())
    answer = there(WaysBetween.model_validate((yield Request(documents.WAYS_BETWEEN_GQL, given))).path, "answer")
    return Ways(tuple(answer.paths), title=f"From {from_ or from_id} to {to or to_id}")


def statements(
    where: StatementWhere | Where | None = None,
    *,
    order_by: Order | None = None,
    include_lapsed: bool = False,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Plan[Statements]:
    """Statements that fit, newest first; all pages unless `limit` says how many. `where` is written as in GraphQL."""
    given = {"where": where, "orderBy": order_by, "includeLapsed": include_lapsed}

    def page(data: Data) -> _Page[StatementCited]:
        found = there(ListStatements.model_validate(data).statements, "statements")
        return found.nodes, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    items, total = yield from _pages(documents.LIST_STATEMENTS_GQL, given, page, limit, progress)
    return Statements(items, title="Statements", total=total)


def claims(
    where: ClaimWhere | Where | None = None,
    *,
    order_by: Order | None = None,
    include_lapsed: bool = False,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Plan[Claims]:
    """Claims that fit, each with up to three statements; all pages unless `limit` says how many."""
    given = {"where": where, "orderBy": order_by, "includeLapsed": include_lapsed}

    def page(data: Data) -> _Page[Any]:
        found = there(ListClaims.model_validate(data).claims, "claims")
        return found.nodes, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    items, total = yield from _pages(documents.LIST_CLAIMS_GQL, given, page, limit, progress)
    return Claims(items, title="Claims", total=total)


def disputes(
    target: str | None = None,
    *,
    target_id: str | None = None,
    kind: Literal["NEGATION", "INCOMPATIBLE", "QUANTITY", "ATTRIBUTION"] | None = None,
    from_: Day | None = None,
    to: Day | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Plan[Disputes]:
    """Claims that contradict each other, the pair with the latest word first; all unless `limit` says how many."""
    given = {"target": target, "targetId": target_id, "kind": kind, "from": from_, "to": to}

    def page(data: Data) -> _Page[Any]:
        found = there(ListDisputes.model_validate(data).disputes, "disputes")
        return found.nodes, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    title = f"Disputes about {target or target_id}" if target or target_id else "Disputes"
    items, total = yield from _pages(documents.LIST_DISPUTES_GQL, given, page, limit, progress)
    return Disputes(items, title=title, total=total)


def search(
    query: str,
    *,
    types: list[str] | None = None,
    at_least: float | None = None,
    where: Where | None = None,
    include_lapsed: bool = False,
    limit: int | None = 50,
    progress: Progress | None = None,
) -> Plan[Found]:
    """What holds the words of a query, best first: actors, statements and articles. `limit=None` fetches all."""
    given = {"query": query, "types": types, "atLeast": at_least, "where": where, "includeLapsed": include_lapsed}

    def page(data: Data) -> _Page[Hit]:
        found = there(Search.model_validate(data).search, "search")
        hits = [
            Hit(
                edge.score,
                edge.node.typename__,
                edge.node,
                tuple(h.prefix + h.text + h.suffix for h in edge.highlights),
            )
            for edge in found.edges
        ]
        return hits, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    items, total = yield from _pages(documents.SEARCH_GQL, given, page, limit, progress)
    return Found(items, title=f"Search: {query}", total=total)


_Page: TypeAlias = tuple[list[T], int, str | None]  # the rows, how many there are in all, the cursor to go on behind


def _pages(
    document: str,
    variables: Mapping[str, Any],
    page: Callable[[Data], _Page[T]],
    limit: int | None,
    progress: Progress | None,
) -> Plan[tuple[tuple[T, ...], int]]:
    """Fetch page after page until all or `limit` rows are there; give them and how many there are in all."""
    rows: list[T] = []
    after: str | None = None
    while True:
        size = PAGE if limit is None else min(PAGE, max(0, limit - len(rows)))
        found, total, after = page((yield Request(document, {**variables, "first": size, "after": after})))
        rows += found
        if progress:
            progress(len(rows), total if limit is None else min(total, limit))
        if after is None or (limit is not None and len(rows) >= limit):
            return tuple(rows), total


def aggregate(
    of: Literal["STATEMENTS", "CLAIMS", "ARTICLES", "ACTORS"],
    by: list[str] | None = None,
    *,
    where: Where | None = None,
    having: Where | None = None,
    order_by: Order | None = None,
    include_lapsed: bool = False,
    first: int = 100,
) -> Plan[Groups]:
    """How many there are of something in groups: of "STATEMENTS", by ["SPEAKER", "OUTLET"]."""
    given = _given(locals())
    answer = there(AggregateOf.model_validate((yield Request(documents.AGGREGATE_OF_GQL, given))).aggregate, "answer")
    title = f"{of.title()} by {', '.join(by or [])}"
    return Groups(tuple(answer.rows), title=title, total=answer.groups, by=tuple(by or ()))


def ingest(
    sources: Source | Iterable[Source],
    *,
    title: str | None = None,
    publisher: str | None = None,
    published_at: Day | None = None,
    url: str | None = None,
    language: str | None = None,
    job: str | None = None,
    progress: Progress | None = None,
) -> Plan[IngestReport]:
    """Hand in articles: texts, Paths of files and folders, addresses, mappings. Doing it again changes nothing.

    What is said here (title, publisher ...) fills what an article does not say of itself.
    """
    told = {"title": title, "publisher": publisher, "publishedAt": published_at, "url": url, "language": language}
    named = list(articles(sources, told))
    done: list[Ingested] = []
    for at in range(0, len(named), BATCH):
        done += yield from _batch(named[at : at + BATCH], job)
        if progress:
            progress(len(done), len(named))
    return IngestReport(tuple(done))


def _batch(named: list[tuple[str, Article]], job: str | None) -> Plan[list[Ingested]]:
    given = {"articles": [article for _, article in named], "job": job}
    results = Ingest.model_validate((yield Request(documents.INGEST_GQL, given))).ingest.results
    return [_ingested(name, result) for (name, _), result in zip(named, results, strict=True)]


def _ingested(name: str, result: IngestIngestResults) -> Ingested:
    return Ingested(
        name=name,
        article_id=result.article.id if result.article else None,
        is_new=result.is_new,
        statements=result.added.statements,
        claims=result.added.claims,
        unread=result.unread_reason,
        left_out=tuple(f"{item.what}: {item.reason}" for item in result.left_out),
        error=result.error.message if result.error else None,
    )


def review(
    statement: str | StatementCited,
    verdict: Literal["ACCEPTED", "REJECTED", "UNREVIEWED"],
    *,
    reason: str,
    by: str,
    version: int | None = None,
) -> Plan[StatementCited]:
    """Say whether a statement was read rightly.

    Given as a statement and not by its id, a decision that somebody made meanwhile is a Conflict.
    """
    if isinstance(statement, StatementCited):
        version, statement = statement.version if version is None else version, statement.id
    given = {"statement": statement, "review": verdict, "reason": reason, "by": by, "version": version}
    data = yield Request(documents.REVIEW_STATEMENT_GQL, given, repeatable=False)
    return there(ReviewStatement.model_validate(data).review, "statement")


def changes_page(since: int, where: ChangeWhere | Where | None) -> Plan[list[ChangeTold]]:
    """The next changes behind the one with the number `since`, in order; an empty list where there are none yet."""
    behind: dict[str, Any] = {"seq": {"gt": since}}
    fitting = {"and": [behind, where]} if where else behind
    found = ListChanges.model_validate((yield Request(documents.LIST_CHANGES_GQL, {"where": fitting})))
    return list(there(found.changes, "changes").nodes)


def graphql(document: str, **variables: Any) -> Plan[Data]:
    """Send a GraphQL document of your own and get its data as dictionaries. A mutation is sent once only."""
    data: Data = yield Request(document, variables, repeatable="mutation" not in document)
    return data


def camel(name: str) -> str:
    """Return a Python name as the schema writes it.

    >>> camel("as_of"), camel("from_"), camel("a_id")
    ('asOf', 'from', 'aId')
    """
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(part.capitalize() for part in rest)


def _given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {camel(name): value for name, value in arguments.items()}


def saved_bookmark(path: Path) -> int:
    """Return the number in a bookmark file, 0 where there is none yet."""
    return int(path.read_text(encoding="utf-8")) if path.exists() else 0


def save_bookmark(path: Path, seq: int) -> None:
    """Write the number so that a cut in between leaves the old one or the new one."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(str(seq), encoding="utf-8")
    beside.replace(path)
