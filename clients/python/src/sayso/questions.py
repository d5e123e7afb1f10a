"""The questions about who did what, each as a Plan: what is sent, and what is made of the answer."""

from __future__ import annotations

from typing import Any

from .arguments import Day, Where, given, there
from .exchange import Data, Plan, Request
from .generated import operations as documents
from .generated.ask import Ask, AskAsk
from .generated.between import Between
from .generated.input_types import ClaimWhere
from .generated.timeline_of import TimelineOf
from .generated.ways_between import WaysBetween
from .generated.what_did import WhatDid
from .generated.who_did import WhoDid
from .results import Answer, Claims, Disputes, Part, Positions, Rows, Statements, Ways


def who_did(
    predicate: str,
    target: str | None = None,
    *,
    target_id: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Rows]:
    """Who did something to a target: predicate "recognized", target "Donetsk"."""
    asked = given(locals())
    answer = there(WhoDid.model_validate((yield Request(documents.WHO_DID_GQL, asked))).who_did, "answer")
    one = answer.predicates[0].id if len(answer.predicates) == 1 else None
    title = f"Who {predicate} {target or target_id}?"
    unnamed = Claims(tuple(answer.unnamed), title=f"{title} With one side unnamed")
    left_out, absence = tuple(answer.left_out), answer.absence
    return Rows(tuple(answer.rows), title=title, predicate=one, unnamed=unnamed, left_out=left_out, absence=absence)


def what_did(
    actor: str | None = None,
    predicate: str | None = None,
    target: str | None = None,
    *,
    actor_id: str | None = None,
    target_id: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Rows]:
    """What an actor did, to whom or what."""
    asked = given(locals())
    answer = there(WhatDid.model_validate((yield Request(documents.WHAT_DID_GQL, asked))).what_did, "answer")
    title = f"What {actor or actor_id} did"
    return Rows(tuple(answer.rows), title=title, left_out=tuple(answer.left_out), absence=answer.absence)


def between(
    a: str | None = None,
    b: str | None = None,
    *,
    a_id: str | None = None,
    b_id: str | None = None,
    predicate: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Rows]:
    """What two actors did to each other; `statements` of the result is what they said of each other."""
    asked = given(locals())
    answer = there(Between.model_validate((yield Request(documents.BETWEEN_GQL, asked))).between, "answer")
    return Rows(
        tuple(answer.rows),
        title=f"Between {a or a_id} and {b or b_id}",
        left_out=tuple(answer.left_out),
        absence=answer.absence,
        statements=tuple(answer.statements),
    )


def timeline(
    actor: str | None = None,
    target: str | None = None,
    *,
    actor_id: str | None = None,
    target_id: str | None = None,
    predicate: str | None = None,
    family: str | None = None,
    from_: Day | None = None,
    to: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    about: str | None = None,
    include_non_factual: bool = True,
    first: int = 100,
) -> Plan[Positions]:
    """The positions of an actor towards a target in order of time."""
    asked = given(locals())
    answer = there(TimelineOf.model_validate((yield Request(documents.TIMELINE_OF_GQL, asked))).timeline, "answer")
    title = f"{actor or actor_id} on {target or target_id}"
    return Positions(tuple(answer.entries), title=title, reversals=answer.reversals, left_out=tuple(answer.left_out))


def ask(
    question: str,
    *,
    reading: int = 0,
    actor_id: str | None = None,
    target_id: str | None = None,
    as_of: Day | None = None,
    since: Day | None = None,
    known_at: Day | None = None,
    speaker: str | None = None,
    via: str | None = None,
    include_non_factual: bool = False,
    first: int = 100,
    evidence: int = 3,
) -> Plan[Answer]:
    """A question in English; look at `interpretation` for how it was understood, and how surely."""
    asked = given(locals())
    answer = there(Ask.model_validate((yield Request(documents.ASK_GQL, asked))).ask, "answer")
    return Answer(answer.interpretation, _parts(answer, question), answer.actor, answer.graphql, answer.cypher)


def _parts(answer: AskAsk, question: str) -> dict[str, Part]:
    """Return those parts of an answer that its kind has."""
    said: dict[str, Any] = {"left_out": tuple(answer.left_out or ()), "absence": answer.absence}
    parts: dict[str, Part] = {}
    if answer.rows is not None:
        parts["rows"] = Rows(tuple(answer.rows), title=question, **said)
    if answer.unnamed:
        parts["unnamed"] = Claims(tuple(answer.unnamed), title=f"{question} With one side unnamed")
    if answer.statements is not None:
        nodes, total = tuple(answer.statements.nodes), answer.statements.total_count
        parts["statements"] = Statements(nodes, title=question, total=total)
    for name, listed in (("figures", answer.figures), ("claims", answer.claims)):
        if listed is not None:
            parts[name] = Claims(tuple(listed.nodes), title=question, total=listed.total_count)
    if answer.timeline is not None:
        entries, reversals = tuple(answer.timeline.entries), answer.timeline.reversals
        parts["timeline"] = Positions(entries, title=question, reversals=reversals)
    if answer.path is not None:
        parts["path"] = Ways(tuple(answer.path.paths), title=question)
    if answer.disputes is not None:
        parts["disputes"] = Disputes(tuple(answer.disputes.nodes), title=question, total=answer.disputes.total_count)
    return parts


def path(
    from_: str | None = None,
    to: str | None = None,
    *,
    from_id: str | None = None,
    to_id: str | None = None,
    max_hops: int = 4,
    where: ClaimWhere | Where | None = None,
    as_of: Day | None = None,
    known_at: Day | None = None,
    first: int = 5,
) -> Plan[Ways]:
    """The shortest ways from one actor to another; each step is a claim with its quotes."""
    asked = given(locals())
    answer = there(WaysBetween.model_validate((yield Request(documents.WAYS_BETWEEN_GQL, asked))).path, "answer")
    return Ways(tuple(answer.paths), title=f"From {from_ or from_id} to {to or to_id}")


def graphql(document: str, **variables: Any) -> Plan[Data]:
    """Send a GraphQL document of your own and get its data as dictionaries. A mutation is sent once only."""
    data: Data = yield Request(document, variables, repeatable="mutation" not in document)
    return data
