"""Tables: what every result gives to pandas and to a notebook."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from .citations import COLUMNS, in_marks

if TYPE_CHECKING:
    import networkx
    import pandas

Record = dict[str, Any]

_STYLE = (
    "<style>table.sayso th, table.sayso td {text-align: left !important; vertical-align: top; white-space: normal;"
    " padding: 0.4em 0.7em} table.sayso caption {caption-side: top; text-align: left; font-weight: bold}</style>"
)
SHOWN = 50  # rows of a table in a notebook


class Missing(ImportError):
    """A library that only some methods need is not installed."""


def _library(name: str, extra: str) -> Any:
    try:
        return __import__(name)
    except ImportError:
        raise Missing(f"this needs {name}: pip install 'sayso[{extra}]'") from None


class Table(ABC):
    """A result that is a table: rows for a data frame, and for a notebook with the quote and its source in each."""

    @abstractmethod
    def records(self) -> Iterator[Record]:
        """Yield the rows as dictionaries, each with the columns of a citation (`sayso.citations.COLUMNS`)."""

    @abstractmethod
    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""

    def sourced(self) -> bool:
        """Return whether each row has one source, and so the columns of a citation."""
        return True

    @property
    def caption(self) -> str:
        """Return the line above the table."""
        return ""

    @property
    def notes(self) -> list[str]:
        """Return the lines below the table: what was left out, why there is nothing."""
        return []

    def df(self) -> pandas.DataFrame:
        """Return a pandas DataFrame, with its columns also without rows; `citation` and `reference` are to paste."""
        frame: pandas.DataFrame = _library("pandas", "tables").DataFrame(
            list(self.records()), columns=[*self.headings(), *(COLUMNS if self.sourced() else ())]
        )
        return frame

    def _repr_html_(self) -> str:
        shown = [*self.headings(), *(("quote", "said by", "source") if self.sourced() else ())]
        head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in shown)
        rows = list(self.records())
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in self._cells(row))}</tr>" for row in rows[:SHOWN])
        notes = [*self.notes, *([f"{len(rows) - SHOWN} more rows: see df()"] if len(rows) > SHOWN else [])]
        below = "".join(f"<p><small>{escape(note)}</small></p>" for note in notes)
        caption = f"<caption>{escape(self.caption)}</caption>" if self.caption else ""
        table = f'<table class="sayso">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        return f"{_STYLE}{table}{below}"

    def _cells(self, row: Record) -> Iterator[str]:
        for name in self.headings():
            yield "" if row.get(name) is None else escape(_in_words(row[name]))
        if not self.sourced():
            return
        yield f"<em>{escape(in_marks(row['quote']))}</em>" if row.get("quote") else ""
        yield escape(row.get("said_by") or "")
        yield _source(row)


def _in_words(value: Any) -> str:
    """Return a value for a reader: whole numbers with separators, lists with commas."""
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _source(row: Record) -> str:
    """Return the article's title, linked when it has an address on the web, with outlet and day below."""
    title = escape(row.get("article") or row.get("article_id") or "")
    url = row.get("url") or ""
    if url.startswith(("https://", "http://")):
        title = f'<a href="{escape(url)}" target="_blank" rel="noopener">{title}</a>'
    below = escape(", ".join(filter(None, [row.get("outlet"), row.get("published")])))
    return f"{title}<br><small>{below}</small>" if below else title


class Tie:
    """An edge of `graph()`: from actor to actor, with what is kept on it."""

    def __init__(self, start: Any, end: Any, key: str, **kept: Any) -> None:
        self.start, self.end, self.key, self.kept = start, end, key, kept


def network(ties: Iterable[Tie]) -> networkx.MultiDiGraph[str]:
    """Return a MultiDiGraph: a node for each actor by id, with name, type and kind; an edge for each tie's key."""
    graph: networkx.MultiDiGraph[str] = _library("networkx", "graphs").MultiDiGraph()
    for tie in ties:
        for actor in (tie.start, tie.end):
            graph.add_node(actor.id, name=actor.name, type=actor.typename__, kind=actor.kind or "")
        graph.add_edge(tie.start.id, tie.end.id, key=tie.key, **{k: v for k, v in tie.kept.items() if v is not None})
    return graph
