"""The two clients: `Sayso` waits, `AsyncSayso` is awaited. Both carry out the same plans."""

from __future__ import annotations

import asyncio
import functools
import os
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

import httpx

from . import curating, following, lists, questions, writing
from .arguments import Where
from .exchange import Again, Data, Patience, Plan, Request, data_of, unreached
from .generated.fragments import ChangeTold
from .generated.input_types import ChangeWhere

P = ParamSpec("P")
T = TypeVar("T")

DEFAULT_URL = "http://127.0.0.1:8080"


def _authorization(key: str | None) -> dict[str, str]:
    """Return the headers that carry a key, none where there is no key."""
    key = key or os.environ.get("SAYSO_KEY")
    return {"Authorization": f"Bearer {key}"} if key else {}


class _Settings:
    """What both clients are made with."""

    def __init__(self, url: str | None, timeout: float, patience: Patience | None, progress: bool) -> None:
        """Take the server's address (else SAYSO_URL, else DEFAULT_URL) and what else the clients take."""
        self.url = (url or os.environ.get("SAYSO_URL") or DEFAULT_URL).rstrip("/")
        self.timeout = timeout
        self.patience = patience or Patience()
        self.progress = progress

    @property
    def endpoint(self) -> str:
        return f"{self.url}/graphql"

    @contextmanager
    def bar(self, what: str, arguments: dict[str, Any], takes: bool) -> Iterator[None]:
        """Draw a progress bar while the block runs, where the question has several pages and nobody else is told."""
        if not (self.progress and takes) or arguments.get("progress") is not None:
            yield
            return
        from tqdm.auto import tqdm

        with tqdm(desc=what, unit="row", leave=False) as bar:

            def tell(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            arguments["progress"] = tell
            yield


def _waits(plan: Callable[P, Plan[T]]) -> Callable[Concatenate[Sayso, P], T]:
    """Make a method of Sayso of a plan."""
    takes = "progress" in plan.__annotations__

    def method(self: Sayso, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._settings.bar(plan.__name__, kwargs, takes):
            return self._carry_out(plan(*args, **kwargs))

    functools.update_wrapper(method, plan)
    return method


def _awaits(plan: Callable[P, Plan[T]]) -> Callable[Concatenate[AsyncSayso, P], Coroutine[Any, Any, T]]:
    """Make a method of AsyncSayso of a plan."""
    takes = "progress" in plan.__annotations__

    async def method(self: AsyncSayso, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._settings.bar(plan.__name__, kwargs, takes):
            return await self._carry_out(plan(*args, **kwargs))

    functools.update_wrapper(method, plan)
    return method


class Sayso:
    """A client that waits for each answer; a context manager that closes its connections at the end."""

    def __init__(
        self,
        url: str | None = None,
        *,
        timeout: float = 60.0,
        patience: Patience | None = None,
        progress: bool = False,
        transport: httpx.BaseTransport | None = None,
        key: str | None = None,
    ) -> None:
        """Take the server's address (else SAYSO_URL), seconds for one answer, how often to try, whether to draw.

        key is your API key (else SAYSO_KEY), where the server asks for one.
        """
        self._settings = _Settings(url, timeout, patience, progress)
        self._http = httpx.Client(timeout=timeout, transport=transport, headers=_authorization(key))

    def __enter__(self) -> Sayso:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __repr__(self) -> str:
        return f"Sayso({self._settings.url!r})"

    who_did = _waits(questions.who_did)
    what_did = _waits(questions.what_did)
    between = _waits(questions.between)
    timeline = _waits(questions.timeline)
    ask = _waits(questions.ask)
    path = _waits(questions.path)
    statements = _waits(lists.statements)
    claims = _waits(lists.claims)
    disputes = _waits(lists.disputes)
    search = _waits(lists.search)
    find_quote = _waits(lists.find_quote)
    aggregate = _waits(lists.aggregate)
    ingest = _waits(writing.ingest)
    review = _waits(writing.review)
    add_statement = _waits(curating.add_statement)
    retract = _waits(curating.retract)
    correct = _waits(curating.correct)
    judge = _waits(curating.judge)
    split = _waits(curating.split)
    undo = _waits(curating.undo)
    delete_article = _waits(curating.delete_article)
    forget = _waits(curating.forget)
    watch = _waits(following.watch)
    standing_questions = _waits(following.standing_questions)
    pause_standing_question = _waits(following.pause_standing_question)
    remove_standing_question = _waits(following.remove_standing_question)
    followed_sources = _waits(following.followed_sources)
    follow_source = _waits(following.follow_source)
    pause_source = _waits(following.pause_source)
    retry_source = _waits(following.retry_source)
    remove_source = _waits(following.remove_source)
    graphql = _waits(questions.graphql)

    def changes(
        self,
        since: int | None = None,
        *,
        where: ChangeWhere | Where | None = None,
        follow: bool = False,
        every: float = 2.0,
        bookmark: str | Path | None = None,
    ) -> Iterator[ChangeTold]:
        """Yield each change behind the one with the number `since`, in order.

        With `follow` it goes on for ever and looks for new ones `every` so many seconds. With a `bookmark`, a file, it
        goes on where an earlier run ended: the number of a change is written there once the next one is asked for, so
        that none is passed over.
        """
        kept = Path(bookmark) if bookmark else None
        last = since if since is not None else lists.saved_bookmark(kept) if kept else 0
        while True:
            page = self._carry_out(lists.changes_page(last, where))
            for change in page:
                yield change
                last = change.seq
                if kept:
                    lists.save_bookmark(kept, last)
            if not page:
                if not follow:
                    return
                time.sleep(every)

    def _carry_out(self, plan: Plan[T]) -> T:
        try:
            request = next(plan)
            while True:
                request = plan.send(self._send(request))
        except StopIteration as done:
            result: T = done.value
            return result

    def _send(self, request: Request) -> Data:
        failures = 0
        while True:
            try:
                return data_of(request, self._post(request))
            except Again as again:
                failures += 1
                if failures >= self._settings.patience.tries:
                    raise again.error from None
                time.sleep(self._settings.patience.wait(failures, again.retry_after))

    def _post(self, request: Request) -> httpx.Response:
        try:
            return self._http.post(self._settings.endpoint, json=request.body())
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            raise unreached(request, self._settings.url, problem) from None


class AsyncSayso:
    """A client whose answers are awaited; an asynchronous context manager."""

    def __init__(
        self,
        url: str | None = None,
        *,
        timeout: float = 60.0,
        patience: Patience | None = None,
        progress: bool = False,
        transport: httpx.AsyncBaseTransport | None = None,
        key: str | None = None,
    ) -> None:
        """Take what Sayso takes."""
        self._settings = _Settings(url, timeout, patience, progress)
        self._http = httpx.AsyncClient(timeout=timeout, transport=transport, headers=_authorization(key))

    async def __aenter__(self) -> AsyncSayso:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    def __repr__(self) -> str:
        return f"AsyncSayso({self._settings.url!r})"

    who_did = _awaits(questions.who_did)
    what_did = _awaits(questions.what_did)
    between = _awaits(questions.between)
    timeline = _awaits(questions.timeline)
    ask = _awaits(questions.ask)
    path = _awaits(questions.path)
    statements = _awaits(lists.statements)
    claims = _awaits(lists.claims)
    disputes = _awaits(lists.disputes)
    search = _awaits(lists.search)
    find_quote = _awaits(lists.find_quote)
    aggregate = _awaits(lists.aggregate)
    ingest = _awaits(writing.ingest)
    review = _awaits(writing.review)
    add_statement = _awaits(curating.add_statement)
    retract = _awaits(curating.retract)
    correct = _awaits(curating.correct)
    judge = _awaits(curating.judge)
    split = _awaits(curating.split)
    undo = _awaits(curating.undo)
    delete_article = _awaits(curating.delete_article)
    forget = _awaits(curating.forget)
    watch = _awaits(following.watch)
    standing_questions = _awaits(following.standing_questions)
    pause_standing_question = _awaits(following.pause_standing_question)
    remove_standing_question = _awaits(following.remove_standing_question)
    followed_sources = _awaits(following.followed_sources)
    follow_source = _awaits(following.follow_source)
    pause_source = _awaits(following.pause_source)
    retry_source = _awaits(following.retry_source)
    remove_source = _awaits(following.remove_source)
    graphql = _awaits(questions.graphql)

    async def changes(
        self,
        since: int | None = None,
        *,
        where: ChangeWhere | Where | None = None,
        follow: bool = False,
        every: float = 2.0,
        bookmark: str | Path | None = None,
    ) -> AsyncIterator[ChangeTold]:
        """Yield changes as Sayso.changes does."""
        kept = Path(bookmark) if bookmark else None
        last = since if since is not None else lists.saved_bookmark(kept) if kept else 0
        while True:
            page = await self._carry_out(lists.changes_page(last, where))
            for change in page:
                yield change
                last = change.seq
                if kept:
                    lists.save_bookmark(kept, last)
            if not page:
                if not follow:
                    return
                await asyncio.sleep(every)

    async def _carry_out(self, plan: Plan[T]) -> T:
        try:
            request = next(plan)
            while True:
                request = plan.send(await self._send(request))
        except StopIteration as done:
            result: T = done.value
            return result

    async def _send(self, request: Request) -> Data:
        failures = 0
        while True:
            try:
                return data_of(request, await self._post(request))
            except Again as again:
                failures += 1
                if failures >= self._settings.patience.tries:
                    raise again.error from None
                await asyncio.sleep(self._settings.patience.wait(failures, again.retry_after))

    async def _post(self, request: Request) -> httpx.Response:
        try:
            return await self._http.post(self._settings.endpoint, json=request.body())
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            raise unreached(request, self._settings.url, problem) from None
