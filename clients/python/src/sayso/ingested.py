"""What an ingest gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True)
class Ingested:
    """What became of one article: `error` says why it was refused, `left_out` what of it could not be stored."""

    name: str
    article_id: str | None
    is_new: bool
    statements: int
    claims: int
    unread: str | None = None
    left_out: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True)
class IngestReport(Sequence[Ingested]):
    """What became of the articles of an ingest, in their order."""

    items: tuple[Ingested, ...]

    @overload
    def __getitem__(self, index: int) -> Ingested: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Ingested]: ...
    def __getitem__(self, index: int | slice) -> Ingested | Sequence[Ingested]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    @property
    def refused(self) -> list[Ingested]:
        """Return the articles that were not taken."""
        return [item for item in self.items if item.error]

    def __str__(self) -> str:
        new = sum(item.is_new for item in self.items)
        said = sum(item.statements for item in self.items)
        return f"{len(self)} articles: {new} new, {len(self.refused)} refused; {said} statements added"
