from typing import Literal, Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Moment, QuestionKind
from .fragments import (
    AbsenceTold,
    ActorName,
    AnswerRowTold,
    ClaimCited,
    DisputeTold,
    LeftOutTold,
    PathTold,
    PositionTold,
    StatementCited,
)


class Ask(BaseModel):
    ask: Optional["AskAsk"]


class AskAsk(BaseModel):
    interpretation: "AskAskInterpretation"
    rows: Optional[list["AskAskRows"]]
    unnamed: Optional[list["AskAskUnnamed"]]
    left_out: Optional[list["AskAskLeftOut"]] = Field(alias="leftOut")
    absence: Optional["AskAskAbsence"]
    statements: Optional["AskAskStatements"]
    claims: Optional["AskAskClaims"]
    figures: Optional["AskAskFigures"]
    timeline: Optional["AskAskTimeline"]
    path: Optional["AskAskPath"]
    disputes: Optional["AskAskDisputes"]
    actor: Optional["AskAskActor"]
    graphql: str
    cypher: str


class AskAskInterpretation(BaseModel):
    question: str
    kind: QuestionKind
    text: str
    confidence: float
    search: str
    negated: bool
    about: Optional[str]
    as_of: Optional[str] = Field(alias="asOf")
    known_at: Optional[str] = Field(alias="knownAt")
    from_: Optional[str] = Field(alias="from")
    to: Optional[str]
    moment: Optional[Moment]
    alternatives: list["AskAskInterpretationAlternatives"]
    predicates: list["AskAskInterpretationPredicates"]
    actor: Optional["AskAskInterpretationActor"]
    target: Optional["AskAskInterpretationTarget"]
    speaker: Optional["AskAskInterpretationSpeaker"]
    via: Optional["AskAskInterpretationVia"]


class AskAskInterpretationAlternatives(BaseModel):
    text: str
    graphql: str
    reading: int
    actor_id: Optional[str] = Field(alias="actorId")
    target_id: Optional[str] = Field(alias="targetId")


class AskAskInterpretationPredicates(BaseModel):
    id: str
    label: str


class AskAskInterpretationActor(BaseModel):
    name: str


class AskAskInterpretationTarget(BaseModel):
    name: str


class AskAskInterpretationSpeaker(BaseModel):
    name: str


class AskAskInterpretationVia(BaseModel):
    name: str


AskAskRows = AnswerRowTold
AskAskUnnamed = ClaimCited
AskAskLeftOut = LeftOutTold
AskAskAbsence = AbsenceTold


class AskAskStatements(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["AskAskStatementsNodes"]


AskAskStatementsNodes = StatementCited


class AskAskClaims(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["AskAskClaimsNodes"]


AskAskClaimsNodes = ClaimCited


class AskAskFigures(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["AskAskFiguresNodes"]


AskAskFiguresNodes = ClaimCited


class AskAskTimeline(BaseModel):
    reversals: int
    entries: list["AskAskTimelineEntries"]
    left_out: list["AskAskTimelineLeftOut"] = Field(alias="leftOut")


AskAskTimelineEntries = PositionTold
AskAskTimelineLeftOut = LeftOutTold


class AskAskPath(BaseModel):
    paths: list["AskAskPathPaths"]


AskAskPathPaths = PathTold


class AskAskDisputes(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["AskAskDisputesNodes"]


AskAskDisputesNodes = DisputeTold


class AskAskActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )
    aliases: list[str]
    description: Optional[str]
    wikidata_id: Optional[str] = Field(alias="wikidataId")


Ask.model_rebuild()
AskAsk.model_rebuild()
AskAskInterpretation.model_rebuild()
AskAskStatements.model_rebuild()
AskAskClaims.model_rebuild()
AskAskFigures.model_rebuild()
AskAskTimeline.model_rebuild()
AskAskPath.model_rebuild()
AskAskDisputes.model_rebuild()
