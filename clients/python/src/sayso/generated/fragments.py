from typing import Literal, Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    AbsenceKind,
    Bound,
    ChangeKind,
    ChannelKind,
    ContradictionKind,
    Form,
    JudgementStatus,
    Modality,
    Review,
    SourceKind,
    StatementKind,
    StatementStatus,
    TellingKind,
    Verdict,
)


class ActorName(BaseModel):
    typename__: str = Field(alias="__typename")
    id: str
    name: str
    kind: Optional[str]


class ArticleCited(BaseModel):
    id: str
    title: Optional[str]
    url: Optional[str]
    published_at: Optional[str] = Field(alias="publishedAt")
    retrieved_at: Optional[str] = Field(alias="retrievedAt")
    language: Optional[str]
    authors: Optional[list[str]]
    publisher: Optional["ArticleCitedPublisher"]


class ArticleCitedPublisher(BaseModel):
    id: str
    name: str


class StatementCited(BaseModel):
    id: str
    kind: StatementKind
    form: Form
    modality: Modality
    status: StatementStatus
    review: Review
    version: int
    date: Optional[str]
    confidence: Optional[float]
    extractor: str
    quote: "StatementCitedQuote"
    source: list["StatementCitedSource"]
    speaker: Optional["StatementCitedSpeaker"]
    via: list["StatementCitedVia"]
    article: "StatementCitedArticle"


class StatementCitedQuote(BaseModel):
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class StatementCitedSource(BaseModel):
    text: str


class StatementCitedSpeaker(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class StatementCitedVia(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class StatementCitedArticle(ArticleCited):
    pass


class AbsenceTold(BaseModel):
    kind: AbsenceKind
    covered_until: Optional[str] = Field(alias="coveredUntil")
    statements: list["AbsenceToldStatements"]


class AbsenceToldStatements(StatementCited):
    pass


class AnswerRowTold(BaseModel):
    actor: "AnswerRowToldActor"
    predicate: str
    target: Optional["AnswerRowToldTarget"]
    target_text: Optional[str] = Field(alias="targetText")
    status: str
    modality: Modality
    first_on: Optional[str] = Field(alias="firstOn")
    last_on: Optional[str] = Field(alias="lastOn")
    statements: int
    origins: int
    articles: int
    evidence: list["AnswerRowToldEvidence"]


class AnswerRowToldActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class AnswerRowToldTarget(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class AnswerRowToldEvidence(StatementCited):
    pass


class ChangeTold(BaseModel):
    id: str
    seq: int
    kind: ChangeKind
    at: str
    by: Optional[str]
    reason: Optional[str]
    before: Optional[str]
    after: Optional[str]
    job: Optional[str]
    articles: list["ChangeToldArticles"]
    statements: list["ChangeToldStatements"]
    actors: list["ChangeToldActors"]


class ChangeToldArticles(BaseModel):
    id: str
    title: Optional[str]
    url: Optional[str]


class ChangeToldStatements(BaseModel):
    id: str


class ChangeToldActors(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class ClaimTold(BaseModel):
    id: str
    text: str
    negated: bool
    quantity: Optional[float]
    unit: Optional[str]
    bound: Optional[Bound]
    role: Optional[str]
    occurred_on: Optional[str] = Field(alias="occurredOn")
    first_on: Optional[str] = Field(alias="firstOn")
    last_on: Optional[str] = Field(alias="lastOn")
    origins: int
    statement_count: int = Field(alias="statementCount")
    contested: bool
    predicate: "ClaimToldPredicate"
    subject: Optional["ClaimToldSubject"]
    subject_text: Optional[str] = Field(alias="subjectText")
    object_: Optional["ClaimToldObject"] = Field(alias="object")
    object_text: Optional[str] = Field(alias="objectText")


class ClaimToldPredicate(BaseModel):
    id: str
    label: str


class ClaimToldSubject(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class ClaimToldObject(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class ClaimCited(ClaimTold):
    statements: "ClaimCitedStatements"


class ClaimCitedStatements(BaseModel):
    nodes: list["ClaimCitedStatementsNodes"]


class ClaimCitedStatementsNodes(StatementCited):
    pass


class DeedTold(BaseModel):
    actor: "DeedToldActor"
    predicate: str
    target: Optional["DeedToldTarget"]
    target_text: Optional[str] = Field(alias="targetText")
    status: str
    modality: Modality
    first_on: Optional[str] = Field(alias="firstOn")
    last_on: Optional[str] = Field(alias="lastOn")
    statements: int
    origins: int
    articles: int
    evidence: list["DeedToldEvidence"]


class DeedToldActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class DeedToldTarget(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class DeedToldEvidence(StatementCited):
    pass


class DisputeTold(BaseModel):
    id: str
    kind: ContradictionKind
    reason: Optional[str]
    detector: Optional[str]
    sides: list["DisputeToldSides"]


class DisputeToldSides(BaseModel):
    claim: "DisputeToldSidesClaim"
    statements: int
    origins: int
    articles: int
    speakers: list["DisputeToldSidesSpeakers"]
    evidence: list["DisputeToldSidesEvidence"]


class DisputeToldSidesClaim(ClaimTold):
    pass


class DisputeToldSidesSpeakers(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class DisputeToldSidesEvidence(StatementCited):
    pass


class JudgementTold(BaseModel):
    id: str
    left: str
    left_name: Optional[str] = Field(alias="leftName")
    right: str
    right_name: Optional[str] = Field(alias="rightName")
    verdict: Verdict
    score: float
    reasons: list[str]
    articles: list[str]
    reason: Optional[str]
    by: str
    automatic: bool
    at: str
    status: JudgementStatus


class LeftOutTold(BaseModel):
    modality: Modality
    negated: bool
    status: StatementStatus
    count: int


class PathTold(BaseModel):
    length: int
    hops: list["PathToldHops"]


class PathToldHops(BaseModel):
    from_: "PathToldHopsFrom" = Field(alias="from")
    to: "PathToldHopsTo"
    forward: bool
    claim: "PathToldHopsClaim"
    evidence: list["PathToldHopsEvidence"]


class PathToldHopsFrom(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class PathToldHopsTo(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class PathToldHopsClaim(ClaimTold):
    pass


class PathToldHopsEvidence(StatementCited):
    pass


class PositionTold(BaseModel):
    date: Optional[str]
    negated: bool
    modality: Modality
    reversal: bool
    predicate: str
    actor: "PositionToldActor"
    target: "PositionToldTarget"
    claim: "PositionToldClaim"
    statements: list["PositionToldStatements"]


class PositionToldActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class PositionToldTarget(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class PositionToldClaim(ClaimTold):
    pass


class PositionToldStatements(StatementCited):
    pass


class SourceTold(BaseModel):
    id: str
    address: str
    kind: SourceKind
    every_seconds: int = Field(alias="everySeconds")
    paused: bool
    added_at: str = Field(alias="addedAt")
    next_at: str = Field(alias="nextAt")
    looked_at: Optional[str] = Field(alias="lookedAt")
    good_at: Optional[str] = Field(alias="goodAt")
    failures: int
    fault: Optional[str]
    waiting: int
    failed: int
    taken: int
    failed_items: list["SourceToldFailedItems"] = Field(alias="failedItems")


class SourceToldFailedItems(BaseModel):
    address: Optional[str]
    title: Optional[str]
    attempts: int
    fault: str


class ToldBefore(BaseModel):
    number: int
    kind: TellingKind
    at: str
    seq: int
    text: str
    quotes: list["ToldBeforeQuotes"]


class ToldBeforeQuotes(BaseModel):
    statement: str
    exact: str
    speaker: Optional[str]
    article: str
    title: Optional[str]
    url: Optional[str]
    published_at: Optional[str] = Field(alias="publishedAt")


class StandingTold(BaseModel):
    id: str
    question: str
    by: str
    paused: bool
    added_at: str = Field(alias="addedAt")
    asked_at: str = Field(alias="askedAt")
    seq: int
    fault: Optional[str]
    feed: str
    told: int
    channels: list["StandingToldChannels"]
    tellings: list["StandingToldTellings"]


class StandingToldChannels(BaseModel):
    kind: ChannelKind
    address: str
    told: int
    failures: int
    fault: Optional[str]
    next_at: Optional[str] = Field(alias="nextAt")


class StandingToldTellings(ToldBefore):
    pass


class WhoDidRowTold(BaseModel):
    actor: "WhoDidRowToldActor"
    target: "WhoDidRowToldTarget"
    status: str
    modality: Modality
    first_on: Optional[str] = Field(alias="firstOn")
    last_on: Optional[str] = Field(alias="lastOn")
    origins: int
    articles: int
    evidence: list["WhoDidRowToldEvidence"]


class WhoDidRowToldActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class WhoDidRowToldTarget(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class WhoDidRowToldEvidence(StatementCited):
    pass


ActorName.model_rebuild()
ArticleCited.model_rebuild()
StatementCited.model_rebuild()
AbsenceTold.model_rebuild()
AnswerRowTold.model_rebuild()
ChangeTold.model_rebuild()
ClaimTold.model_rebuild()
ClaimCited.model_rebuild()
DeedTold.model_rebuild()
DisputeTold.model_rebuild()
JudgementTold.model_rebuild()
LeftOutTold.model_rebuild()
PathTold.model_rebuild()
PositionTold.model_rebuild()
SourceTold.model_rebuild()
ToldBefore.model_rebuild()
StandingTold.model_rebuild()
WhoDidRowTold.model_rebuild()
