"""Questions that stand and sources that are followed, each method as a Plan."""

from __future__ import annotations

from .exchange import Plan, Request
from .generated import operations as documents
from .generated.follow_source import FollowSource
from .generated.fragments import SourceTold, StandingTold
from .generated.list_sources import ListSources
from .generated.list_standing import ListStanding
from .generated.pause_source import PauseSource
from .generated.pause_standing import PauseStanding
from .generated.retry_source import RetrySource
from .generated.watch import Watch, WatchWatch


def watch(question: str, *, by: str, webhook: str | None = None, email: str | None = None) -> Plan[WatchWatch]:
    """Have what is new, withdrawn or disputed in the answer to a question told from now on.

    The result has the question as `standing`, with its Atom feed's address, and the secret of a webhook's signatures.
    Watching the same again changes nothing.
    """
    given = {"question": question, "by": by, "webhook": webhook, "email": email}
    return Watch.model_validate((yield Request(documents.WATCH_GQL, given))).watch


def standing_questions(*, tellings: int = 20) -> Plan[list[StandingTold]]:
    """The questions that stand, oldest first, each with the latest of what was told."""
    data = yield Request(documents.LIST_STANDING_GQL, {"tellings": tellings})
    return list(ListStanding.model_validate(data).standing_questions)


def pause_standing_question(question: str | StandingTold, *, paused: bool = True) -> Plan[StandingTold]:
    """Leave a standing question alone, or with `paused=False` go on and tell what changed meanwhile."""
    data = yield Request(documents.PAUSE_STANDING_GQL, {"id": _id(question), "paused": paused})
    return PauseStanding.model_validate(data).pause_standing_question


def remove_standing_question(question: str | StandingTold) -> Plan[None]:
    """Forget a standing question with all that was told of it."""
    yield Request(documents.REMOVE_STANDING_GQL, {"id": _id(question)}, repeatable=False)


def followed_sources(*, failed_items: int = 20) -> Plan[list[SourceTold]]:
    """Feeds, sitemaps and folders that are followed, with how they fare and what could not be taken."""
    data = yield Request(documents.LIST_SOURCES_GQL, {"failedItems": failed_items})
    return list(ListSources.model_validate(data).followed_sources)


def follow_source(address: str, *, every_seconds: int = 900) -> Plan[SourceTold]:
    """Follow a feed, a sitemap or a folder of the server's machine; one that is followed already stays as it is."""
    data = yield Request(documents.FOLLOW_SOURCE_GQL, {"address": address, "everySeconds": every_seconds})
    return FollowSource.model_validate(data).follow_source


def pause_source(source: str | SourceTold, *, paused: bool = True) -> Plan[SourceTold]:
    """Stop looking at a source for a while, or with `paused=False` go on."""
    data = yield Request(documents.PAUSE_SOURCE_GQL, {"id": _id(source), "paused": paused})
    return PauseSource.model_validate(data).pause_source


def retry_source(source: str | SourceTold) -> Plan[SourceTold]:
    """Have a source looked at at once, and its failed items tried again."""
    data = yield Request(documents.RETRY_SOURCE_GQL, {"id": _id(source)})
    return RetrySource.model_validate(data).retry_source


def remove_source(source: str | SourceTold) -> Plan[None]:
    """Stop following a source; its articles stay."""
    yield Request(documents.REMOVE_SOURCE_GQL, {"id": _id(source)}, repeatable=False)


def _id(thing: str | StandingTold | SourceTold) -> str:
    return thing if isinstance(thing, str) else thing.id
