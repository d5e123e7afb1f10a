"""What all results are: sequences of typed items that are also tables, graphs and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from .citations import columns
from .generated.fragments import AbsenceTold, LeftOutTold, StatementCited
from .tables import Record, Table, Tie, network

if TYPE_CHECKING:
    import networkx

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, repr=False)
class Listing(Table, Sequence[T_co], Generic[T_co]):
    """A sequence of typed items that is also a table. `total` counts those that fit, also beyond the fetched ones."""

    items: tuple[T_co, ...] = ()
    title: str = field(default="", kw_only=True)
    total: int | None = field(default=None, kw_only=True)
    left_out: tuple[LeftOutTold, ...] = field(default=(), kw_only=True)
    absence: AbsenceTold | None = field(default=None, kw_only=True)

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Sequence[T_co]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.caption or 'no title'}, {len(self)} rows>"

    @property
    def caption(self) -> str:
        """Return the title, with how many of how many are here where that differs."""
        partly = self.total is not None and self.total > len(self.items)
        return f"{self.title} ({len(self)} of {self.total})".strip() if partly else self.title

    @property
    def notes(self) -> list[str]:
        """Return what was left out, and why there is nothing."""
        out = [f"Left out: {'; '.join(map(in_words, self.left_out))}."] if self.left_out else []
        if self.absence and self.absence.kind.value != "UNNAMED":
            until = f", as far as articles up to {self.absence.covered_until}" if self.absence.covered_until else ""
            out.append(f"Nothing found: {self.absence.kind.value.lower().replace('_', ' ')}{until}.")
        return out

    def ties(self) -> Iterator[Tie]:
        """Yield the edges of graph()."""
        return iter(())

    def graph(self) -> networkx.MultiDiGraph[str]:
        """Return a networkx MultiDiGraph of the actors; an edge carries predicate, days, counts and quotes."""
        return network(self.ties())


def in_words(left_out: LeftOutTold) -> str:
    """Return reports that do not count, in words: 2 hedged, 1 asserted negated."""
    state = [left_out.status.value.lower()] if left_out.status.value != "CURRENT" else []
    words = [left_out.modality.value.lower(), *(["negated"] if left_out.negated else []), *state]
    return f"{left_out.count} {' '.join(words)}"


def cited(told: Record, statements: Sequence[StatementCited]) -> Iterator[Record]:
    """Yield the row once for each statement with the columns of its source, and once without where there is none."""
    for statement in statements:
        yield {**told, **columns(statement)}
    if not statements:
        yield {**told, **columns(None)}


def quotes(statements: Sequence[StatementCited]) -> str:
    """Return the quotes, a line each."""
    return "\n".join(statement.quote.exact for statement in statements)
