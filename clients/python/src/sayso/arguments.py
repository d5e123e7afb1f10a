"""What questions are asked with: days, conditions, who is told how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol, TypeAlias, TypeVar

from .errors import NotFound

Day: TypeAlias = str | date | datetime
Order: TypeAlias = list[dict[str, str]]
Where: TypeAlias = Mapping[str, Any]
M = TypeVar("M")


class Progress(Protocol):
    """What is told how far a list or an ingest is."""

    def __call__(self, done: int, total: int) -> None:
        """Take notice that so many of so many are done."""


def there(value: M | None, name: str) -> M:
    """Return the value; a server that gives null for it has nothing of that name."""
    if value is None:
        raise NotFound(f"the server gave no {name}", "NOT_FOUND")
    return value


def camel(name: str) -> str:
    """Return a Python name as the schema writes it.

    >>> camel("as_of"), camel("from_"), camel("a_id")
    ('asOf', 'from', 'aId')
    """
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(part.capitalize() for part in rest)


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a question by the names that the schema has for them."""
    return {camel(name): value for name, value in arguments.items()}
