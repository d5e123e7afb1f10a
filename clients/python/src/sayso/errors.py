"""What can go wrong. Each message is the server's own advice, or says what to do about the way to it."""

from __future__ import annotations

from typing import Any


class SaysoError(Exception):
    """A request that was not answered as asked.

    `code` is the server's word for the kind of fault (INVALID_INPUT, NOT_FOUND, ...), or UNAVAILABLE where no server
    answered; `path` is the place in the request, empty where the server named none.
    """

    def __init__(self, message: str, code: str = "UNAVAILABLE", path: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.path = path


class InvalidInput(SaysoError):
    """What was asked cannot be answered; the message says what to write instead."""


class NotFound(SaysoError):
    """The thing that was named is not in the graph."""


class Conflict(SaysoError):
    """The graph has changed since it was looked at; look again, then decide."""


class NotAllowed(SaysoError):
    """The server asks for a key, or for one with another role; the message says which."""


class Unavailable(SaysoError):
    """No server answered, or its graph cannot be reached now."""


_KINDS: dict[str, type[SaysoError]] = {
    "INVALID_INPUT": InvalidInput,
    "QUOTE_NOT_FOUND": InvalidInput,
    "TOO_LARGE": InvalidInput,
    "GRAPHQL_VALIDATION_FAILED": InvalidInput,
    "NOT_FOUND": NotFound,
    "CONFLICT": Conflict,
    "UNAUTHENTICATED": NotAllowed,
    "FORBIDDEN": NotAllowed,
    "UNAVAILABLE": Unavailable,
    "TIMEOUT": Unavailable,
}


def error_of(entries: list[dict[str, Any]]) -> SaysoError:
    r"""Return the error for a GraphQL answer's list of errors; the first gives code and path, all give their sentence.

    >>> error_of([{"message": "no predicate is called \"blorbed\"", "extensions": {"code": "INVALID_INPUT"}}])
    InvalidInput('no predicate is called "blorbed"')
    """
    first = entries[0]
    code = str((first.get("extensions") or {}).get("code") or "INVALID_INPUT")
    message = "\n".join(dict.fromkeys(str(entry.get("message", "")) for entry in entries))
    return _KINDS.get(code, SaysoError)(message, code, tuple(first.get("path") or ()))
