"""Handing in articles and reviewing statements, each as a Plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .arguments import Day, Progress, there
from .articles import Article, Source, articles
from .exchange import Plan, Request
from .generated import operations as documents
from .generated.fragments import StatementCited
from .generated.ingest import Ingest, IngestIngestResults
from .generated.review_statement import ReviewStatement
from .ingested import Ingested, IngestReport

BATCH = 20  # articles of one request of an ingest


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
