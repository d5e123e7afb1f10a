"""One request and its answer, without the network: what is sent, what an answer means, and when to try again.

The public questions are generators (`Plan`) that yield a `Request` and are sent the data of its answer, so that the
synchronous and the asynchronous client share every line but the waiting.
"""

from __future__ import annotations

import random
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar

import httpx
from pydantic import BaseModel

from .errors import SaysoError, Unavailable, error_of

T = TypeVar("T")
Data: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Request:
    """A GraphQL document with its variables; None stands for a variable that is not given."""

    document: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    repeatable: bool = (
        True  # sending it twice does no harm: questions, and the mutations that change nothing the second time
    )

    def body(self) -> dict[str, Any]:
        """Return the JSON body that is posted."""
        return {"query": self.document, "variables": {k: plain(v) for k, v in self.variables.items() if v is not None}}


Plan: TypeAlias = Generator[Request, Data, T]


def plain(value: Any) -> Any:
    """Return a value as JSON has it: models and enums of `sayso.generated` by the names that the schema has.

    >>> plain({"in": [1, (2, 3)]})
    {'in': [1, [2, 3]]}
    """
    if isinstance(value, BaseModel):
        return plain(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@dataclass(frozen=True)
class Patience:
    """How often a request is sent, and how long is waited in between.

    The wait is drawn evenly from 0 to `first` seconds, a span that doubles each time up to `longest`, so that clients
    that failed together do not come back together. A Retry-After of the server counts in its place, up to `longest`.
    """

    tries: int = 5
    first: float = 0.5
    longest: float = 30.0

    def wait(self, failures: int, retry_after: str | None = None) -> float:
        """Return the seconds to wait after so many failures (1 or more)."""
        told = seconds_of(retry_after)
        if told is not None:
            return min(told, self.longest)
        return random.uniform(0, min(self.longest, self.first * 2 ** (failures - 1)))


def seconds_of(retry_after: str | None) -> float | None:
    """Read a Retry-After header: seconds, or a date.

    >>> seconds_of("7"), seconds_of("soon"), seconds_of("Sat, 01 Jan 2000 00:00:00 GMT")
    (7.0, None, 0.0)
    """
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        at = parsedate_to_datetime(retry_after)
    except (TypeError, ValueError):
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=timezone.utc)
    return max(0.0, (at - datetime.now(timezone.utc)).total_seconds())


class Again(Exception):
    """A failure after which a request may be sent again; `error` is what to raise when it is not."""

    def __init__(self, error: SaysoError, retry_after: str | None = None) -> None:
        super().__init__(str(error))
        self.error, self.retry_after = error, retry_after


BUSY = {429, 503}  # the request was not begun, so that also a mutation may be sent again
PASSING = {408, 500, 502, 504}


def data_of(request: Request, response: httpx.Response) -> Data:
    """Return the data of an answer. Raises Again where it is worth another try, or what the server said."""
    where, status = str(response.url), response.status_code
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if isinstance(answer, dict) and answer.get("errors"):
        error = error_of(answer["errors"])
    elif isinstance(answer, dict) and isinstance(answer.get("data"), dict) and response.is_success:
        data: Data = answer["data"]
        return data
    else:
        error = Unavailable(f"{where} answers with status {status} and no GraphQL; is it a Sayso server?")
        if not (status in BUSY or status in PASSING):
            raise error
    if status in BUSY or ((status in PASSING or isinstance(error, Unavailable)) and request.repeatable):
        raise Again(error, response.headers.get("Retry-After")) from None
    raise error


def unreached(request: Request, url: str, problem: httpx.HTTPError | httpx.InvalidURL) -> SaysoError | Again:
    """Return what a failure on the way means: Again where the request may be sent again."""
    error = Unavailable(
        f"no server answers at {url} ({problem}); start one with `make run`, or name yours in SAYSO_URL"
    )
    if isinstance(problem, (httpx.InvalidURL, httpx.UnsupportedProtocol)):
        return error
    never_sent = isinstance(problem, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout))
    return Again(error) if request.repeatable or never_sent else error
