"""What changes the graph by hand, each as a Plan: statements, who is whom, articles, people who are to be forgotten.

None of it is sent again once it may have been carried out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from .arguments import Where, there
from .exchange import Plan, Request
from .generated import operations as documents
from .generated.add_statement import AddStatement
from .generated.correct_statement import CorrectStatement
from .generated.delete_article import DeleteArticle
from .generated.forget import Forget, ForgetForget
from .generated.fragments import ChangeTold, JudgementTold, StatementCited
from .generated.input_types import NoticeInput, StatementInput
from .generated.judge_actors import JudgeActors
from .generated.retract_statement import RetractStatement
from .generated.split_actor import SplitActor
from .generated.undo_judgement import UndoJudgement

By: TypeAlias = str
Version: TypeAlias = int | None


def _decided(statement: str | StatementCited, version: Version) -> Mapping[str, Any]:
    """Return a statement's id, and the version that was looked at where that is known."""
    if isinstance(statement, StatementCited):
        return {"statement": statement.id, "version": statement.version if version is None else version}
    return {"statement": statement, "version": version}


def add_statement(statement: StatementInput | Where, *, reason: str, by: By) -> Plan[StatementCited]:
    """Add a statement by hand; its words must stand in the article."""
    given = {"statement": statement, "reason": reason, "by": by}
    data = yield Request(documents.ADD_STATEMENT_GQL, given, repeatable=False)
    return there(AddStatement.model_validate(data).add_statement, "statement")


def retract(
    statement: str | StatementCited,
    *,
    reason: str,
    by: By,
    notice: NoticeInput | Where | None = None,
    version: Version = None,
) -> Plan[StatementCited]:
    """Take a statement back because its source did; `notice` says where. One that was misread is for `review`."""
    given = {**_decided(statement, version), "reason": reason, "by": by, "notice": notice}
    data = yield Request(documents.RETRACT_STATEMENT_GQL, given, repeatable=False)
    return there(RetractStatement.model_validate(data).retract, "statement")


def correct(
    statement: str | StatementCited,
    correction: StatementInput | Where,
    *,
    reason: str,
    by: By,
    notice: NoticeInput | Where | None = None,
    version: Version = None,
) -> Plan[StatementCited]:
    """Put a statement in the place of another one, and return it. What is left out is not taken over."""
    given = {**_decided(statement, version), "correction": correction, "reason": reason, "by": by, "notice": notice}
    data = yield Request(documents.CORRECT_STATEMENT_GQL, given, repeatable=False)
    return there(CorrectStatement.model_validate(data).correct, "statement")


def judge(
    left: str,
    right: str,
    verdict: Literal["SAME", "DIFFERENT", "UNSURE"],
    *,
    reason: str,
    by: By,
    force: bool = False,
) -> Plan[JudgementTold]:
    """Say by their ids whether two actors are one. `force` joins even a person and a place."""
    given = {"left": left, "right": right, "verdict": verdict, "reason": reason, "by": by, "force": force}
    data = yield Request(documents.JUDGE_ACTORS_GQL, given, repeatable=False)
    return there(JudgeActors.model_validate(data).judge, "judgement")


def split(actor: str, articles: Sequence[str], *, reason: str, by: By, name: str | None = None) -> Plan[JudgementTold]:
    """Say that in these articles an actor's name belongs to somebody else, who is called `name` or else the same."""
    given = {"actor": actor, "articles": list(articles), "name": name, "reason": reason, "by": by}
    data = yield Request(documents.SPLIT_ACTOR_GQL, given, repeatable=False)
    return there(SplitActor.model_validate(data).split, "judgement")


def undo(judgement: str | JudgementTold, *, reason: str, by: By) -> Plan[JudgementTold]:
    """Take a judgement back; the graph is then as if it had never been made."""
    given = {"judgement": getattr(judgement, "id", judgement), "reason": reason, "by": by}
    data = yield Request(documents.UNDO_JUDGEMENT_GQL, given, repeatable=False)
    return there(UndoJudgement.model_validate(data).undo, "judgement")


def delete_article(article: str, *, reason: str, by: By) -> Plan[ChangeTold]:
    """Remove an article with all that only it says, and return the change that the feed keeps of it."""
    given = {"article": article, "reason": reason, "by": by}
    data = yield Request(documents.DELETE_ARTICLE_GQL, given, repeatable=False)
    return there(DeleteArticle.model_validate(data).delete_article, "article")


def forget(
    person: str,
    *,
    reason: str,
    by: By,
    articles: Literal["REDACT", "DELETE", "KEEP"] = "REDACT",
    dry_run: bool = False,
    force: bool = False,
) -> Plan[ForgetForget]:
    """Forget somebody, by id or by a name that nobody else has; nothing brings them back.

    With `dry_run` nothing is changed and the counts say what would go. `force` takes what is no person, too.
    """
    given = {
        "person": person,
        "articles": articles,
        "dryRun": dry_run,
        "force": force,
        "reason": reason,
        "by": by,
    }
    data = yield Request(documents.FORGET_GQL, given, repeatable=dry_run)
    return Forget.model_validate(data).forget
