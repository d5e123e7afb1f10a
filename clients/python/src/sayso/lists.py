"""The lists, each as a Plan that fetches page after page, and the change feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar

from .arguments import Day, Order, Progress, Where, given, there
from .exchange import Data, Plan, Request
from .generated import operations as documents
from .generated.aggregate_of import AggregateOf
from .generated.find_quote import FindQuote
from .generated.fragments import ChangeTold, StatementCited
from .generated.input_types import ChangeWhere, ClaimWhere, StatementWhere
from .generated.list_changes import ListChanges
from .generated.list_claims import ListClaims
from .generated.list_disputes import ListDisputes
from .generated.list_statements import ListStatements
from .generated.search import Search
from .results import Claims, Disputes, Found, Groups, Hit, Quotes, Statements

T = TypeVar("T")

PAGE = 100  # rows of one request of a list


def statements(
    where: StatementWhere | Where | None = None,
    *,
    order_by: Order | None = None,
    include_lapsed: bool = False,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Plan[Statements]:
    """Statements that fit, newest first; all pages unless `limit` says how many. `where` is written as in GraphQL."""
    asked = {"where": where, "orderBy": order_by, "includeLapsed": include_lapsed}

    def page(data: Data) -> _Page[StatementCited]:
        found = there(ListStatements.model_validate(data).statements, "statements")
        return found.nodes, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    items, total = yield from _pages(documents.LIST_STATEMENTS_GQL, asked, page, limit, progress)
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
    asked = {"where": where, "orderBy": order_by, "includeLapsed": include_lapsed}

    def page(data: Data) -> _Page[Any]:
        found = there(ListClaims.model_validate(data).claims, "claims")
        return found.nodes, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    items, total = yield from _pages(documents.LIST_CLAIMS_GQL, asked, page, limit, progress)
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
    asked = {"target": target, "targetId": target_id, "kind": kind, "from": from_, "to": to}

    def page(data: Data) -> _Page[Any]:
        found = there(ListDisputes.model_validate(data).disputes, "disputes")
        return found.nodes, found.total_count, found.page_info.end_cursor if found.page_info.has_next_page else None

    title = f"Disputes about {target or target_id}" if target or target_id else "Disputes"
    items, total = yield from _pages(documents.LIST_DISPUTES_GQL, asked, page, limit, progress)
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
    asked = {"query": query, "types": types, "atLeast": at_least, "where": where, "includeLapsed": include_lapsed}

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

    items, total = yield from _pages(documents.SEARCH_GQL, asked, page, limit, progress)
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


def find_quote(text: str, *, article: str | None = None, at_least: float = 0.5, limit: int = 10) -> Plan[Quotes]:
    """Where a quote stands, as it is or nearly so, nearest first; each place says in which words it differs."""
    given = {"text": text, "article": article, "atLeast": at_least, "first": limit}
    found = FindQuote.model_validate((yield Request(documents.FIND_QUOTE_GQL, given))).find_quote
    return Quotes(tuple(there(found, "findQuote")), title=f"Quote: {text}")


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
    asked = given(locals())
    answer = there(AggregateOf.model_validate((yield Request(documents.AGGREGATE_OF_GQL, asked))).aggregate, "answer")
    title = f"{of.title()} by {', '.join(by or [])}"
    return Groups(tuple(answer.rows), title=title, total=answer.groups, by=tuple(by or ()))


def changes_page(since: int, where: ChangeWhere | Where | None) -> Plan[list[ChangeTold]]:
    """The next changes behind the one with the number `since`, in order; an empty list where there are none yet."""
    behind: dict[str, Any] = {"seq": {"gt": since}}
    fitting = {"and": [behind, where]} if where else behind
    found = ListChanges.model_validate((yield Request(documents.LIST_CHANGES_GQL, {"where": fitting})))
    return list(there(found.changes, "changes").nodes)


def saved_bookmark(path: Path) -> int:
    """Return the number in a bookmark file, 0 where there is none yet."""
    return int(path.read_text(encoding="utf-8")) if path.exists() else 0


def save_bookmark(path: Path, seq: int) -> None:
    """Write the number so that a cut in between leaves the old one or the new one."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(str(seq), encoding="utf-8")
    beside.replace(path)
