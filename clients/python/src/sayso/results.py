"""What the questions give: sequences of typed rows that are also tables, graphs and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from .citations import columns, reference
from .generated.aggregate_of import AggregateOfAggregateRows
from .generated.find_quote import FindQuoteFindQuote
from .generated.fragments import (
    ActorName,
    AnswerRowTold,
    ClaimCited,
    ClaimTold,
    DeedTold,
    DisputeTold,
    PathTold,
    PositionTold,
    StatementCited,
    WhoDidRowTold,
)
from .listing import Listing, cited, quotes
from .tables import Record, Tie

if TYPE_CHECKING:
    import networkx

Row: TypeAlias = WhoDidRowTold | DeedTold | AnswerRowTold


@dataclass(frozen=True, repr=False)
class Rows(Listing[Row]):
    """Who did what to whom: a row for each pair of actors and predicate; a table has a line for each statement."""

    predicate: str | None = field(default=None, kw_only=True)  # that of rows which do not name theirs
    statements: tuple[StatementCited, ...] = field(default=(), kw_only=True)  # what two actors say of each other
    unnamed: Claims | None = field(default=None, kw_only=True)  # of who_did: claims with one side that has no name

    @property
    def notes(self) -> list[str]:
        """Return also how many claims name nobody who did it."""
        told = len(self.unnamed or ())
        return [*super().notes, f"With one side unnamed: {told} (see .unnamed)."] if told else super().notes

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        return ["actor", "predicate", "target", "status", "modality", "first_on", "last_on", "origins", "articles"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each statement, and one for a row that has none."""
        for row in self.items:
            told = {
                "actor": row.actor.name,
                "predicate": self._predicate(row),
                "target": row.target.name if row.target else getattr(row, "target_text", None),
                "status": row.status,
                "modality": row.modality.value,
                "first_on": row.first_on,
                "last_on": row.last_on,
                "origins": row.origins,
                "articles": row.articles,
            }
            yield from cited(told, row.evidence)

    def ties(self) -> Iterator[Tie]:
        """Yield an edge for each row between two actors."""
        for row in self.items:
            if row.target:
                yield Tie(
                    row.actor,
                    row.target,
                    self._predicate(row),
                    predicate=self._predicate(row),
                    status=row.status,
                    first_on=row.first_on,
                    last_on=row.last_on,
                    origins=row.origins,
                    quotes=quotes(row.evidence),
                )

    def _predicate(self, row: Row) -> str:
        return str(getattr(row, "predicate", None) or self.predicate or row.status)


@dataclass(frozen=True, repr=False)
class Positions(Listing[PositionTold]):
    """The positions of an actor towards a target in order of time."""

    reversals: int = field(default=0, kw_only=True)

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        return ["date", "actor", "predicate", "negated", "modality", "target", "reversal"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each position, with the surest statement of it."""
        for entry in self.items:
            yield {
                "date": entry.date,
                "actor": entry.actor.name,
                "predicate": entry.predicate,
                "negated": entry.negated,
                "modality": entry.modality.value,
                "target": entry.target.name,
                "reversal": entry.reversal,
                **columns(entry.statements[0] if entry.statements else None),
            }

    def ties(self) -> Iterator[Tie]:
        """Yield an edge for each position."""
        for entry in self.items:
            key = f"{entry.claim.id}:{entry.modality.value}:{entry.date}"
            kept = {"date": entry.date, "negated": entry.negated, "quotes": quotes(entry.statements)}
            yield Tie(entry.actor, entry.target, key, predicate=entry.predicate, **kept)


@dataclass(frozen=True, repr=False)
class Statements(Listing[StatementCited]):
    """What was said."""

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        return ["date", "kind", "modality", "confidence"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each statement."""
        for s in self.items:
            told = {"date": s.date, "kind": s.kind.value, "modality": s.modality.value, "confidence": s.confidence}
            yield {**told, **columns(s)}


def _claim(claim: ClaimTold) -> Record:
    return {
        "claim": claim.text,
        "subject": claim.subject.name if claim.subject else claim.subject_text,
        "predicate": claim.predicate.id,
        "negated": claim.negated,
        "object": claim.object_.name if claim.object_ else claim.object_text,
        "quantity": claim.quantity,
        "unit": claim.unit,
        "occurred_on": claim.occurred_on,
    }


@dataclass(frozen=True, repr=False)
class Claims(Listing[ClaimCited]):
    """Claims, each with up to three of the statements that make it."""

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        parts = ["subject", "predicate", "negated", "object", "quantity", "unit", "occurred_on"]
        return ["claim", *parts, "first_on", "last_on", "origins", "contested", "claim_id"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each claim and statement."""
        for claim in self.items:
            counted = {"first_on": claim.first_on, "last_on": claim.last_on, "origins": claim.origins}
            told = {**_claim(claim), **counted, "contested": claim.contested, "claim_id": claim.id}
            yield from cited(told, claim.statements.nodes)

    def ties(self) -> Iterator[Tie]:
        """Yield an edge for each claim between two actors."""
        for claim in self.items:
            if claim.subject and claim.object_:
                words = quotes(claim.statements.nodes)
                kept = {
                    "negated": claim.negated,
                    "first_on": claim.first_on,
                    "origins": claim.origins,
                    "quotes": words,
                }
                yield Tie(claim.subject, claim.object_, claim.id, predicate=claim.predicate.id, **kept)


@dataclass(frozen=True, repr=False)
class Ways(Listing[PathTold]):
    """The shortest ways from one actor to another; each step is a claim."""

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        return ["way", "step", "from", "to", "claim", "predicate", "forward"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each step, with its surest statement."""
        for number, way in enumerate(self.items, 1):
            for step, hop in enumerate(way.hops, 1):
                yield {
                    "way": number,
                    "step": step,
                    "from": hop.from_.name,
                    "to": hop.to.name,
                    "claim": hop.claim.text,
                    "predicate": hop.claim.predicate.id,
                    "forward": hop.forward,
                    **columns(hop.evidence[0] if hop.evidence else None),
                }

    def ties(self) -> Iterator[Tie]:
        """Yield an edge for each step, from the claim's subject to its object."""
        for way in self.items:
            for hop in way.hops:
                start, end = (hop.from_, hop.to) if hop.forward else (hop.to, hop.from_)
                kept = {"negated": hop.claim.negated, "quotes": quotes(hop.evidence)}
                yield Tie(start, end, hop.claim.id, predicate=hop.claim.predicate.id, **kept)


@dataclass(frozen=True, repr=False)
class Disputes(Listing[DisputeTold]):
    """Pairs of claims that cannot both be so; who is right is not said."""

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        claim = ["claim", "subject", "predicate", "negated", "object", "quantity", "unit", "occurred_on"]
        return ["dispute", "kind", "reason", "side", *claim, "speakers", "statements", "origins"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each side and statement."""
        for dispute in self.items:
            for number, side in enumerate(dispute.sides, 1):
                told = {
                    "dispute": dispute.id,
                    "kind": dispute.kind.value,
                    "reason": dispute.reason,
                    "side": number,
                    **_claim(side.claim),
                    "speakers": tuple(actor.name for actor in side.speakers),
                    "statements": side.statements,
                    "origins": side.origins,
                }
                yield from cited(told, side.evidence)

    def ties(self) -> Iterator[Tie]:
        """Yield an edge for each side whose claim is about two actors."""
        for dispute in self.items:
            for side in dispute.sides:
                if side.claim.subject and side.claim.object_:
                    kept = {"negated": side.claim.negated, "dispute": dispute.id, "quotes": quotes(side.evidence)}
                    start, end, key = side.claim.subject, side.claim.object_, f"{dispute.id}:{side.claim.id}"
                    yield Tie(start, end, key, predicate=side.claim.predicate.id, **kept)


@dataclass(frozen=True)
class Hit:
    """Something that search found: an actor, a statement or an article."""

    score: float
    type: str
    node: Any  # a generated model; `type` tells which
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Found(Listing[Hit]):
    """What a search found, best first."""

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        return ["score", "type", "name", "id", "where"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each thing."""
        for hit in self.items:
            statement = hit.node if isinstance(hit.node, StatementCited) else None
            name = getattr(hit.node, "name", None) or getattr(hit.node, "title", None)
            told = {"score": hit.score, "type": hit.type, "name": name, "id": getattr(hit.node, "id", None)}
            yield {**columns(statement), **told, "where": " … ".join(hit.passages)}


@dataclass(frozen=True, repr=False)
class Quotes(Listing[FindQuoteFindQuote]):
    """Places that read like a quote, nearest first."""

    def headings(self) -> list[str]:
        """Return the columns before those of the citation."""
        return ["similarity", "exact", "text", "differences", "start", "end", "found_in"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each place; without a statement read there, only `found_in` says where it is."""
        for place in self.items:
            yield {
                "similarity": place.similarity,
                "exact": place.exact,
                "text": place.text,
                "differences": tuple(f"{d.given.text or '∅'} → {d.found.text or '∅'}" for d in place.differences),
                "start": place.start,
                "end": place.end,
                "found_in": reference(place.article),
                **columns(place.statement),
            }


@dataclass(frozen=True, repr=False)
class Groups(Listing[AggregateOfAggregateRows]):
    """How many there are of something in groups."""

    by: tuple[str, ...] = field(default=(), kw_only=True)

    def headings(self) -> list[str]:
        """Return the grouping in lower case, then the counts."""
        counts = ["count", "speakers", "origins", "articles", "statements", "claims", "min", "max", "sum", "avg"]
        return [*map(str.lower, self.by), *counts, "first_on", "last_on"]

    def records(self) -> Iterator[Record]:
        """Yield a row for each group."""
        for group in self.items:
            keys = {key.by.value.lower(): key.value for key in group.keys}
            yield {**keys, **group.model_dump(exclude={"keys"})}

    def sourced(self) -> bool:
        """Return False: sums have no single source."""
        return False


Part: TypeAlias = Rows | Statements | Claims | Positions | Ways | Disputes


@dataclass(frozen=True, repr=False)
class Answer:
    """The answer to a question in English. `parts` hold what fits its kind; `df` and `graph` are those of `main`."""

    interpretation: Any
    parts: dict[str, Part]
    actor: ActorName | None
    graphql: str
    cypher: str

    @property
    def main(self) -> Part:
        """Return the part that answers: the first that has anything, else the first."""
        return next((part for part in self.parts.values() if len(part)), next(iter(self.parts.values()), Rows()))

    def __repr__(self) -> str:
        return f"<Answer: {self.interpretation.text} {self.main!r}>"

    def __len__(self) -> int:
        return len(self.main)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.main)

    def df(self) -> Any:
        """Return the main part as a pandas DataFrame."""
        return self.main.df()

    def graph(self) -> networkx.MultiDiGraph[str]:
        """Return the main part as a networkx MultiDiGraph."""
        return self.main.graph()

    def _repr_html_(self) -> str:
        return self.main._repr_html_()
