from typing import Any, Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    ActorType,
    Bound,
    ChangeKind,
    ContradictionKind,
    ForgottenArticles,
    Form,
    JudgementStatus,
    Modality,
    QuoteStatus,
    Review,
    SortDirection,
    StatementKind,
    StatementStatus,
    Verdict,
)


class StringFilter(BaseModel):
    """Letter by letter, unless ignoreCase; ne also finds what has no value. Order is that of the code points: capitals before small letters."""

    ignore_case: Optional[bool] = Field(alias="ignoreCase", default=None)
    "True: capitals and small letters are the same. No index helps then."
    gt: Optional[str] = None
    "Behind this."
    gte: Optional[str] = None
    "This or behind it."
    lt: Optional[str] = None
    "Before this."
    lte: Optional[str] = None
    "This or before it."
    eq: Optional[str] = None
    "The same as this."
    ne: Optional[str] = None
    "Another than this, or none."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "One of these; at most 1000."
    contains: Optional[str] = None
    "With this in it, letter by letter."
    starts_with: Optional[str] = Field(alias="startsWith", default=None)
    "Beginning with this."
    ends_with: Optional[str] = Field(alias="endsWith", default=None)
    "Ending with this."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "True: what has no value; false: what has one."


class IdFilter(BaseModel):
    """By id."""

    eq: Optional[str] = None
    "The same as this."
    ne: Optional[str] = None
    "Another than this, or none."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class DateFilter(BaseModel):
    """At the precision of the date that is given: eq 2022 is anything in that year."""

    eq: Optional[str] = None
    "Within this date: 2022 takes in all of that year."
    ne: Optional[str] = None
    "Not within this date, or unknown."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "Within one of these dates."
    gt: Optional[str] = None
    "After the end of this date."
    gte: Optional[str] = None
    "Not earlier than the beginning of the date."
    lt: Optional[str] = None
    "Before the beginning of this date."
    lte: Optional[str] = None
    "Not later than the end of the date."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "True: what has no date; false: what has one."


class IntFilter(BaseModel):
    """A whole number; ne also finds what has no value."""

    eq: Optional[int] = None
    "The same as this."
    ne: Optional[int] = None
    "Another than this, or none."
    in_: Optional[list[int]] = Field(alias="in", default=None)
    "One of these; at most 1000."
    gt: Optional[int] = None
    "More than this."
    gte: Optional[int] = None
    "This or more."
    lt: Optional[int] = None
    "Less than this."
    lte: Optional[int] = None
    "This or less."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "True: what has no value; false: what has one."


class FloatFilter(BaseModel):
    """A number; ne also finds what has no value."""

    eq: Optional[float] = None
    "The same as this."
    ne: Optional[float] = None
    "Another than this, or none."
    in_: Optional[list[float]] = Field(alias="in", default=None)
    "One of these; at most 1000."
    gt: Optional[float] = None
    "More than this."
    gte: Optional[float] = None
    "This or more."
    lt: Optional[float] = None
    "Less than this."
    lte: Optional[float] = None
    "This or less."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "True: what has no value; false: what has one."


class BooleanFilter(BaseModel):
    """True or false; ne also finds what has no value."""

    eq: Optional[bool] = None
    "The same as this."
    ne: Optional[bool] = None
    "Another than this, or none."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "True: what has no value; false: what has one."


class PredicateFilter(BaseModel):
    """By the id of a predicate, or its family."""

    eq: Optional[str] = None
    "The same as this."
    ne: Optional[str] = None
    "Another than this, or none."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "One of these; at most 1000."
    family: Optional[str] = None
    "All predicates of one family, such as recognition."


class KindFilter(BaseModel):
    """By the kind of statement."""

    eq: Optional[StatementKind] = None
    "The same as this."
    ne: Optional[StatementKind] = None
    "Another than this, or none."
    in_: Optional[list[StatementKind]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class FormFilter(BaseModel):
    """By the form of a statement."""

    eq: Optional[Form] = None
    "The same as this."
    ne: Optional[Form] = None
    "Another than this, or none."
    in_: Optional[list[Form]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class ModalityFilter(BaseModel):
    """By modality."""

    eq: Optional[Modality] = None
    "The same as this."
    ne: Optional[Modality] = None
    "Another than this, or none."
    in_: Optional[list[Modality]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class StatusFilter(BaseModel):
    """By status."""

    eq: Optional[StatementStatus] = None
    "The same as this."
    ne: Optional[StatementStatus] = None
    "Another than this, or none."
    in_: Optional[list[StatementStatus]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class BoundFilter(BaseModel):
    """By the bound of a quantity."""

    eq: Optional[Bound] = None
    "The same as this."
    ne: Optional[Bound] = None
    "Another than this, or none."
    in_: Optional[list[Bound]] = Field(alias="in", default=None)
    "One of these; at most 1000."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "True: what has no value; false: what has one."


class ContradictionKindFilter(BaseModel):
    """By the kind of contradiction."""

    eq: Optional[ContradictionKind] = None
    "The same as this."
    ne: Optional[ContradictionKind] = None
    "Another than this, or none."
    in_: Optional[list[ContradictionKind]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class StringsFilter(BaseModel):
    """A list of strings. some: at least one fits; none: not one fits."""

    some: Optional["StringFilter"] = None
    "At least one fits."
    none: Optional["StringFilter"] = None
    "Not one fits."
    is_empty: Optional[bool] = Field(alias="isEmpty", default=None)
    "True: the list is empty; false: it is not."


class ActorTypeFilter(BaseModel):
    """By the type of an actor."""

    eq: Optional[ActorType] = None
    "The same as this."
    ne: Optional[ActorType] = None
    "Another than this, or none."
    in_: Optional[list[ActorType]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class QuoteStatusFilter(BaseModel):
    """By whether a quote stands in its article's text."""

    eq: Optional[QuoteStatus] = None
    "The same as this."
    ne: Optional[QuoteStatus] = None
    "Another than this, or none."
    in_: Optional[list[QuoteStatus]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class ActorWhere(BaseModel):
    """All conditions in one object must hold."""

    and_: Optional[list["ActorWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ActorWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ActorWhere"] = Field(alias="not", default=None)
    "This does not hold."
    words: Optional[str] = None
    'In any of its names, words as in search: in any order, "phrases", beginnings*, -words, OR. Capitals and diacritics do not matter. Also in nested lists.'
    id: Optional["IdFilter"] = None
    "Stable across ingests and machines: the same thing gets the same id."
    type_: Optional["ActorTypeFilter"] = Field(alias="type", default=None)
    "Person, Organization or Place."
    name: Optional["StringFilter"] = None
    "The canonical name."
    called: Optional[str] = None
    'Any of the actor\'s names, however it is spelled: case, diacritics and "the" do not matter.'
    called_like: Optional[str] = Field(alias="calledLike", default=None)
    "A part of any of the actor's names, however it is spelled. Slower than called."
    speaks_for: Optional[str] = Field(alias="speaksFor", default=None)
    "The state of this name, a body of it as its own name tells (Ministry of Defence of Ukraine, Ukrainian army), or somebody who holds an office in it."
    aliases: Optional["StringsFilter"] = None
    "The other forms of the name, letter by letter."
    kind: Optional["StringFilter"] = None
    "state, region, settlement, armed force, outlet …"
    description: Optional["StringFilter"] = None
    "Who or what it is, in a few words; null when unknown."
    wikidata_id: Optional["StringFilter"] = Field(alias="wikidataId", default=None)
    "The id in Wikidata, where it is certain."
    statements: Optional["StatementsFilter"] = None
    "What the actor said; with claims, what it claimed."
    subject_of: Optional["ClaimsFilter"] = Field(alias="subjectOf", default=None)
    "Claims about what the actor did."
    object_of: Optional["ClaimsFilter"] = Field(alias="objectOf", default=None)
    "Claims about what was done to the actor."
    articles: Optional["ArticlesFilter"] = None
    "Articles that name the actor."
    published: Optional["ArticlesFilter"] = None
    "Articles that the organization published."


class ArticleWhere(BaseModel):
    """Which articles; all conditions in one object must hold."""

    and_: Optional[list["ArticleWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ArticleWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ArticleWhere"] = Field(alias="not", default=None)
    "This does not hold."
    words: Optional[str] = None
    'In title and text, words as in search: in any order, "phrases", beginnings*, -words, OR. Capitals and diacritics do not matter. Also in nested lists.'
    id: Optional["IdFilter"] = None
    "A hash of the text."
    title: Optional["StringFilter"] = None
    "The headline; null when unknown."
    url: Optional["StringFilter"] = None
    "Where it was retrieved from; null when unknown."
    text: Optional["StringFilter"] = None
    "The whole text, letter by letter; other conditions beside it make it quicker."
    language: Optional["StringFilter"] = None
    "BCP 47: en."
    published_at: Optional["DateFilter"] = Field(alias="publishedAt", default=None)
    "When it was published; null when unknown."
    retrieved_at: Optional["DateFilter"] = Field(alias="retrievedAt", default=None)
    "When it was fetched; null when unknown."
    origin_id: Optional["IdFilter"] = Field(alias="originId", default=None)
    "Articles with one origin are copies of each other."
    authors: Optional["StringsFilter"] = None
    "Who wrote it."
    unread: Optional["BooleanFilter"] = None
    "True while no reader could read it."
    reader: Optional["StringFilter"] = None
    "Who read it last, with the version."
    publisher: Optional["ActorWhere"] = None
    "The outlet; null when unknown."
    statements: Optional["StatementsFilter"] = None
    "What is said in it, newest first."
    actors: Optional["ActorsFilter"] = None
    "The actors that the article names."


class StatementWhere(BaseModel):
    """Which statements; all conditions in one object must hold."""

    and_: Optional[list["StatementWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["StatementWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["StatementWhere"] = Field(alias="not", default=None)
    "This does not hold."
    words: Optional[str] = None
    'In the quote, words as in search: in any order, "phrases", beginnings*, -words, OR. Capitals and diacritics do not matter. Also in nested lists.'
    id: Optional["IdFilter"] = None
    "A hash of the article, the kind and the places of the words."
    kind: Optional["KindFilter"] = None
    "Utterance, stance, or the article's own voice."
    form: Optional["FormFilter"] = None
    "Whether the words stand inside quotation marks."
    modality: Optional["ModalityFilter"] = None
    "How far the words commit to what they say."
    status: Optional["StatusFilter"] = None
    "Whether it still stands."
    quote: Optional["QuoteWhere"] = None
    "The words themselves, from the first of the content to the last, anchored in the article's text."
    speaker: Optional["ActorWhere"] = None
    "Who said it; null for the article's own voice and for people whom nobody names."
    via: Optional["ActorsFilter"] = None
    "Channels and outlets it came through, nearest to the speaker first."
    article: Optional["ArticleWhere"] = None
    "The article it stands in."
    mentions: Optional["MentionsFilter"] = None
    "Named actors inside the statement."
    asserts: Optional["AssertionsFilter"] = None
    "The claims it makes, with how it makes them."
    claims: Optional["ClaimsFilter"] = None
    "The claims it makes."
    content: Optional["StringsFilter"] = None
    "What was said, passage by passage."
    quoted: Optional["StringsFilter"] = None
    "The parts inside quotation marks."
    source: Optional["StringsFilter"] = None
    "The words that name the speaker."
    cue: Optional["StringsFilter"] = None
    "The words that attribute."
    uttered_on: Optional["DateFilter"] = Field(alias="utteredOn", default=None)
    "When it was uttered, where the text says so."
    date: Optional["DateFilter"] = None
    "When it was uttered, or else when its article was published."
    recorded_at: Optional["DateFilter"] = Field(alias="recordedAt", default=None)
    "When the graph took it in."
    confidence: Optional["FloatFilter"] = None
    "How sure the reader is, 0 to 1."
    extractor: Optional["StringFilter"] = None
    "Which reader found it."
    review: Optional["ReviewFilter"] = None
    "Whether people found that it was read rightly."
    version: Optional["IntFilter"] = None
    "Grows with every decision about it. Give it with a decision, and one that was made on an older version is refused."


class QuoteWhere(BaseModel):
    """The words of a statement and their place in the article's text, in code points."""

    status: Optional["QuoteStatusFilter"] = None
    "Whether the words stand in the article's text; each is compared, so other conditions beside it make it quicker."
    exact: Optional["StringFilter"] = None
    "The words, letter by letter."
    start: Optional["IntFilter"] = None
    "Where they begin, in code points of the article's text."
    end: Optional["IntFilter"] = None
    "Where they end, exclusive, in code points."


class MentionWhere(BaseModel):
    """A name inside a statement."""

    and_: Optional[list["MentionWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["MentionWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["MentionWhere"] = Field(alias="not", default=None)
    "This does not hold."
    text: Optional["StringFilter"] = None
    "The name as it is written there."
    start: Optional["IntFilter"] = None
    "Where it begins, in code points of the article's text."
    end: Optional["IntFilter"] = None
    "Where it ends, exclusive, in code points."
    actor: Optional["ActorWhere"] = None
    "Whom it names."


class AssertionWhere(BaseModel):
    """That a statement makes a claim."""

    and_: Optional[list["AssertionWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["AssertionWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["AssertionWhere"] = Field(alias="not", default=None)
    "This does not hold."
    modality: Optional["ModalityFilter"] = None
    "How far the statement commits to the claim."
    text: Optional["StringFilter"] = None
    "The words that make the claim."
    start: Optional["IntFilter"] = None
    "Where the words that make the claim begin, in code points of the article's text."
    end: Optional["IntFilter"] = None
    "Where they end, exclusive, in code points."
    confidence: Optional["FloatFilter"] = None
    "How sure the reader is, 0 to 1."
    rules: Optional["StringsFilter"] = None
    'Ids of the reader\'s rules that made it; all claims of one rule by {rules: {some: {eq: "polarity.not"}}}.'
    claim: Optional["ClaimWhere"] = None
    "The claim it makes."


class AssertedByWhere(BaseModel):
    """That a claim is made by a statement."""

    and_: Optional[list["AssertedByWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["AssertedByWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["AssertedByWhere"] = Field(alias="not", default=None)
    "This does not hold."
    modality: Optional["ModalityFilter"] = None
    "How far the statement commits to the claim."
    text: Optional["StringFilter"] = None
    "The words that make the claim."
    start: Optional["IntFilter"] = None
    "Code points into the article's text."
    end: Optional["IntFilter"] = None
    "Code points into the article's text, exclusive."
    confidence: Optional["FloatFilter"] = None
    "How sure the reader is, 0 to 1."
    rules: Optional["StringsFilter"] = None
    'Ids of the reader\'s rules that made it; all claims of one rule by {rules: {some: {eq: "polarity.not"}}}.'
    statement: Optional["StatementWhere"] = None
    "The statement."


class ContradictionWhere(BaseModel):
    """That a claim contradicts another."""

    and_: Optional[list["ContradictionWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ContradictionWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ContradictionWhere"] = Field(alias="not", default=None)
    "This does not hold."
    kind: Optional["ContradictionKindFilter"] = None
    "In which way the two cannot be so together."
    reason: Optional["StringFilter"] = None
    "Why, in plain words."
    detector: Optional["StringFilter"] = None
    "Which rule found it, with its version, or who judged so."
    claim: Optional["ClaimWhere"] = None
    "The other claim."


class SupersessionWhere(BaseModel):
    """That one claim supersedes another."""

    and_: Optional[list["SupersessionWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["SupersessionWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["SupersessionWhere"] = Field(alias="not", default=None)
    "This does not hold."
    reason: Optional["StringFilter"] = None
    "Why, in plain words."
    detector: Optional["StringFilter"] = None
    "Which rule found it, with its version, or who judged so."
    claim: Optional["ClaimWhere"] = None
    "The other claim."


class ClaimWhere(BaseModel):
    """Which claims; all conditions in one object must hold."""

    and_: Optional[list["ClaimWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ClaimWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ClaimWhere"] = Field(alias="not", default=None)
    "This does not hold."
    id: Optional["IdFilter"] = None
    "A hash of the claim's parts."
    text: Optional["StringFilter"] = None
    "The claim in plain words, letter by letter."
    predicate: Optional["PredicateFilter"] = None
    "What was done."
    negated: Optional["BooleanFilter"] = None
    "True where the claim is that it is not so."
    subject: Optional["ActorWhere"] = None
    "Who did it; null where that is no actor."
    subject_text: Optional["StringFilter"] = Field(alias="subjectText", default=None)
    "The subject's words, where it is no actor."
    object_: Optional["ActorWhere"] = Field(alias="object", default=None)
    "To whom or what; null where that is no actor."
    object_text: Optional["StringFilter"] = Field(alias="objectText", default=None)
    "The object's words, where it is no actor."
    quantity: Optional["FloatFilter"] = None
    "A figure, in unit; null where there is none."
    unit: Optional["StringFilter"] = None
    "What quantity is counted in."
    bound: Optional["BoundFilter"] = None
    "How exact quantity is; null where there is none."
    role: Optional["StringFilter"] = None
    "The title, for claims about roles."
    occurred_on: Optional["DateFilter"] = Field(alias="occurredOn", default=None)
    "When it happened, where a text says so."
    first_on: Optional["DateFilter"] = Field(alias="firstOn", default=None)
    "The first day it was said."
    last_on: Optional["DateFilter"] = Field(alias="lastOn", default=None)
    "The last day it was said."
    origins: Optional["IntFilter"] = None
    "How many independent origins report it."
    statement_count: Optional["IntFilter"] = Field(alias="statementCount", default=None)
    "How many statements make it."
    contested: Optional["BooleanFilter"] = None
    "Whether another claim contradicts it. That says nothing about which of them is true."
    contradictions: Optional["ContradictionsFilter"] = None
    "Claims that cannot be so together with this one."
    supersedes: Optional["SupersessionsFilter"] = None
    "Earlier claims that this one changes: a later figure, a position that was given up."
    superseded_by: Optional["SupersessionsFilter"] = Field(
        alias="supersededBy", default=None
    )
    "Later claims that change this one."
    statements: Optional["StatementsFilter"] = None
    "The statements that make it, newest first."
    asserted_by: Optional["AssertedBysFilter"] = Field(alias="assertedBy", default=None)
    "The statements that make it, with how they make it: asserted, hedged …"
    speaker: Optional["ActorWhere"] = None
    "Who says so, in a statement that stands."
    via: Optional["ActorsFilter"] = None
    "Channels and outlets that a statement came through that says so."
    modality: Optional["ModalityFilter"] = None
    "How far a statement that stands commits to it; together with speaker and via: the same statement."


class PredicateWhere(BaseModel):
    """Which predicates; all conditions in one object must hold."""

    and_: Optional[list["PredicateWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["PredicateWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["PredicateWhere"] = Field(alias="not", default=None)
    "This does not hold."
    id: Optional["PredicateFilter"] = None
    "Upper case, such as RECOGNIZED; also the type of the edge between two actors."
    label: Optional["StringFilter"] = None
    "How it reads between subject and object."
    means: Optional["StringFilter"] = None
    "What it means, in one sentence."
    synonyms: Optional["StringsFilter"] = None
    "Other words that ask for it."
    inverse: Optional["StringFilter"] = None
    "How it reads from the object."
    family: Optional["StringFilter"] = None
    "Positions on one question share a family."
    plover: Optional["StringFilter"] = None
    "The nearest type of event in PLOVER; null for standing relations."
    cameo: Optional["StringFilter"] = None
    "Its root in CAMEO."
    claims: Optional["ClaimsFilter"] = None
    "Claims with this predicate."


class ActorsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["ActorWhere"] = None
    "Which of them count counts."
    some: Optional["ActorWhere"] = None
    "At least one fits."
    none: Optional["ActorWhere"] = None
    "Not one fits."
    every: Optional["ActorWhere"] = None
    "All fit, also when there are none."


class StatementsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["StatementWhere"] = None
    "Which of them count counts."
    some: Optional["StatementWhere"] = None
    "At least one fits."
    none: Optional["StatementWhere"] = None
    "Not one fits."
    every: Optional["StatementWhere"] = None
    "All fit, also when there are none."


class ClaimsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["ClaimWhere"] = None
    "Which of them count counts."
    some: Optional["ClaimWhere"] = None
    "At least one fits."
    none: Optional["ClaimWhere"] = None
    "Not one fits."
    every: Optional["ClaimWhere"] = None
    "All fit, also when there are none."


class ArticlesFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["ArticleWhere"] = None
    "Which of them count counts."
    some: Optional["ArticleWhere"] = None
    "At least one fits."
    none: Optional["ArticleWhere"] = None
    "Not one fits."
    every: Optional["ArticleWhere"] = None
    "All fit, also when there are none."


class MentionsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["MentionWhere"] = None
    "Which of them count counts."
    some: Optional["MentionWhere"] = None
    "At least one fits."
    none: Optional["MentionWhere"] = None
    "Not one fits."
    every: Optional["MentionWhere"] = None
    "All fit, also when there are none."


class AssertionsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["AssertionWhere"] = None
    "Which of them count counts."
    some: Optional["AssertionWhere"] = None
    "At least one fits."
    none: Optional["AssertionWhere"] = None
    "Not one fits."
    every: Optional["AssertionWhere"] = None
    "All fit, also when there are none."


class AssertedBysFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["AssertedByWhere"] = None
    "Which of them count counts."
    some: Optional["AssertedByWhere"] = None
    "At least one fits."
    none: Optional["AssertedByWhere"] = None
    "Not one fits."
    every: Optional["AssertedByWhere"] = None
    "All fit, also when there are none."


class ContradictionsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["ContradictionWhere"] = None
    "Which of them count counts."
    some: Optional["ContradictionWhere"] = None
    "At least one fits."
    none: Optional["ContradictionWhere"] = None
    "Not one fits."
    every: Optional["ContradictionWhere"] = None
    "All fit, also when there are none."


class SupersessionsFilter(BaseModel):
    """some: at least one fits; none: not one fits; every: all fit (also when there are none)."""

    count: Optional["IntFilter"] = None
    "How many there are, or how many of them fit where; what lapsed does not count."
    where: Optional["SupersessionWhere"] = None
    "Which of them count counts."
    some: Optional["SupersessionWhere"] = None
    "At least one fits."
    none: Optional["SupersessionWhere"] = None
    "Not one fits."
    every: Optional["SupersessionWhere"] = None
    "All fit, also when there are none."


class ReviewFilter(BaseModel):
    """By what people think of a reading."""

    eq: Optional[Review] = None
    "The same as this."
    ne: Optional[Review] = None
    "Another than this, or none."
    in_: Optional[list[Review]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class VerdictFilter(BaseModel):
    """By verdict."""

    eq: Optional[Verdict] = None
    "The same as this."
    ne: Optional[Verdict] = None
    "Another than this, or none."
    in_: Optional[list[Verdict]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class JudgementStatusFilter(BaseModel):
    """By whether a judgement holds."""

    eq: Optional[JudgementStatus] = None
    "The same as this."
    ne: Optional[JudgementStatus] = None
    "Another than this, or none."
    in_: Optional[list[JudgementStatus]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class ChangeKindFilter(BaseModel):
    """By what was changed."""

    eq: Optional[ChangeKind] = None
    "The same as this."
    ne: Optional[ChangeKind] = None
    "Another than this, or none."
    in_: Optional[list[ChangeKind]] = Field(alias="in", default=None)
    "One of these; at most 1000."


class JudgementWhere(BaseModel):
    """Which judgements; all conditions in one object must hold."""

    and_: Optional[list["JudgementWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["JudgementWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["JudgementWhere"] = Field(alias="not", default=None)
    "This does not hold."
    id: Optional["IdFilter"] = None
    "Its id."
    left: Optional["IdFilter"] = None
    "The id of the one."
    right: Optional["IdFilter"] = None
    "The id of the other."
    verdict: Optional["VerdictFilter"] = None
    "What it says of the two."
    status: Optional["JudgementStatusFilter"] = None
    "Whether it holds."
    overruled: Optional["BooleanFilter"] = None
    "Whether another judgement of the same two comes before it."
    score: Optional["FloatFilter"] = None
    "How likely the two are the same, 0 to 1."
    automatic: Optional["BooleanFilter"] = None
    "Whether the linker judged."
    by: Optional["StringFilter"] = None
    "Who judged."
    at: Optional["DateFilter"] = None
    "When it was made."
    actors: Optional["ActorsFilter"] = None
    "Those of the two that are shown as themselves now."


class ChangeWhere(BaseModel):
    """Which changes; all conditions in one object must hold."""

    and_: Optional[list["ChangeWhere"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ChangeWhere"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ChangeWhere"] = Field(alias="not", default=None)
    "This does not hold."
    id: Optional["IdFilter"] = None
    "Its id."
    seq: Optional["IntFilter"] = None
    "Its number."
    kind: Optional["ChangeKindFilter"] = None
    "What was done."
    by: Optional["StringFilter"] = None
    "Who did it."
    job: Optional["StringFilter"] = None
    "The ingest that it belongs to."
    at: Optional["DateFilter"] = None
    "When it was done."
    articles: Optional["ArticlesFilter"] = None
    "The articles that it concerns."
    statements: Optional["StatementsFilter"] = None
    "The statements that it concerns."
    actors: Optional["ActorsFilter"] = None
    "The actors that it concerns."


class JudgementOrder(BaseModel):
    """One key to order by, as for actors."""

    at: Optional[SortDirection] = None
    "By time."
    score: Optional[SortDirection] = None
    "By score."
    id: Optional[SortDirection] = None
    "By id."


class ChangeOrder(BaseModel):
    """One key to order by, as for actors."""

    seq: Optional[SortDirection] = None
    "By number, which is the order of commits."


class ActorOrder(BaseModel):
    """One key to order by; several objects in a list order by several keys, the first first. Unknown values come last, with DESC first."""

    name: Optional[SortDirection] = None
    "By name."
    type_: Optional[SortDirection] = Field(alias="type", default=None)
    "By type."
    kind: Optional[SortDirection] = None
    "By kind."
    description: Optional[SortDirection] = None
    "By description."
    wikidata_id: Optional[SortDirection] = Field(alias="wikidataId", default=None)
    "By wikidata id."
    id: Optional[SortDirection] = None
    "By id."
    statements_count: Optional[SortDirection] = Field(
        alias="statementsCount", default=None
    )
    "By how many statements it made."
    subject_of_count: Optional[SortDirection] = Field(
        alias="subjectOfCount", default=None
    )
    "By how many claims tell what it did."
    object_of_count: Optional[SortDirection] = Field(
        alias="objectOfCount", default=None
    )
    "By how many claims tell what was done to it."
    articles_count: Optional[SortDirection] = Field(alias="articlesCount", default=None)
    "By how many articles name it."


class ArticleOrder(BaseModel):
    """One key to order by, as for actors."""

    published_at: Optional[SortDirection] = Field(alias="publishedAt", default=None)
    "By published at."
    retrieved_at: Optional[SortDirection] = Field(alias="retrievedAt", default=None)
    "By retrieved at."
    title: Optional[SortDirection] = None
    "By title."
    url: Optional[SortDirection] = None
    "By url."
    language: Optional[SortDirection] = None
    "By language."
    origin_id: Optional[SortDirection] = Field(alias="originId", default=None)
    "By origin id."
    id: Optional[SortDirection] = None
    "By id."
    publisher: Optional["ActorOrder"] = None
    "By the outlet."
    statements_count: Optional[SortDirection] = Field(
        alias="statementsCount", default=None
    )
    "By how many statements stand in it."
    actors_count: Optional[SortDirection] = Field(alias="actorsCount", default=None)
    "By how many actors it names."


class StatementOrder(BaseModel):
    """One key to order by, as for actors. quoteStart is the place in the article."""

    date: Optional[SortDirection] = None
    "By date."
    uttered_on: Optional[SortDirection] = Field(alias="utteredOn", default=None)
    "By uttered on."
    recorded_at: Optional[SortDirection] = Field(alias="recordedAt", default=None)
    "By recorded at."
    confidence: Optional[SortDirection] = None
    "By confidence."
    kind: Optional[SortDirection] = None
    "By kind."
    form: Optional[SortDirection] = None
    "By form."
    modality: Optional[SortDirection] = None
    "By modality."
    status: Optional[SortDirection] = None
    "By status."
    extractor: Optional[SortDirection] = None
    "By extractor."
    quote_start: Optional[SortDirection] = Field(alias="quoteStart", default=None)
    "By the place in the article's text."
    id: Optional[SortDirection] = None
    "By id."
    speaker: Optional["ActorOrder"] = None
    "By the speaker."
    article: Optional["ArticleOrder"] = None
    "By the article."
    claims_count: Optional[SortDirection] = Field(alias="claimsCount", default=None)
    "By how many claims it makes."
    mentions_count: Optional[SortDirection] = Field(alias="mentionsCount", default=None)
    "By how many names it has."


class ClaimOrder(BaseModel):
    """One key to order by, as for actors."""

    first_on: Optional[SortDirection] = Field(alias="firstOn", default=None)
    "By first on."
    last_on: Optional[SortDirection] = Field(alias="lastOn", default=None)
    "By last on."
    occurred_on: Optional[SortDirection] = Field(alias="occurredOn", default=None)
    "By occurred on."
    origins: Optional[SortDirection] = None
    "By origins."
    statement_count: Optional[SortDirection] = Field(
        alias="statementCount", default=None
    )
    "By statement count."
    quantity: Optional[SortDirection] = None
    "By quantity."
    unit: Optional[SortDirection] = None
    "By unit."
    role: Optional[SortDirection] = None
    "By role."
    predicate: Optional[SortDirection] = None
    "By the predicate's id."
    negated: Optional[SortDirection] = None
    "By negated."
    text: Optional[SortDirection] = None
    "By text."
    id: Optional[SortDirection] = None
    "By id."
    subject: Optional["ActorOrder"] = None
    "By who did it."
    object_: Optional["ActorOrder"] = Field(alias="object", default=None)
    "By whom it was done to."
    contradictions_count: Optional[SortDirection] = Field(
        alias="contradictionsCount", default=None
    )
    "By how many claims contradict it."


class PredicateOrder(BaseModel):
    """One key to order by, as for actors."""

    id: Optional[SortDirection] = None
    "By id."
    label: Optional[SortDirection] = None
    "By label."
    family: Optional[SortDirection] = None
    "By family."
    plover: Optional[SortDirection] = None
    "By plover."
    cameo: Optional[SortDirection] = None
    "By cameo."
    claims_count: Optional[SortDirection] = Field(alias="claimsCount", default=None)
    "By how many claims have it."


class SearchWhere(BaseModel):
    """Conditions on what search finds."""

    actors: Optional["ActorWhere"] = None
    "On actors."
    statements: Optional["StatementWhere"] = None
    "On statements."
    articles: Optional["ArticleWhere"] = None
    "On articles."


class AggregateWhere(BaseModel):
    """Conditions on what aggregate counts; only those on what is counted may be given."""

    statements: Optional["StatementWhere"] = None
    "Where statements are counted."
    claims: Optional["ClaimWhere"] = None
    "Where claims are counted."
    articles: Optional["ArticleWhere"] = None
    "Where articles are counted."
    actors: Optional["ActorWhere"] = None
    "Where actors are counted."


class AggregateHaving(BaseModel):
    """Conditions on groups; all must hold."""

    count: Optional["IntFilter"] = None
    "How many of what is counted."
    speakers: Optional["IntFilter"] = None
    "How many who said so."
    origins: Optional["IntFilter"] = None
    "How many independent origins."
    articles: Optional["IntFilter"] = None
    "How many articles."
    statements: Optional["IntFilter"] = None
    "How many statements."
    claims: Optional["IntFilter"] = None
    "How many claims."
    min: Optional["FloatFilter"] = None
    "The smallest figure."
    max: Optional["FloatFilter"] = None
    "The largest figure."
    sum: Optional["FloatFilter"] = None
    "The figures added up."
    avg: Optional["FloatFilter"] = None
    "The figures' mean."
    channels: Optional["IntFilter"] = None
    "How many channels."
    min_confidence: Optional["FloatFilter"] = Field(alias="minConfidence", default=None)
    "The least confidence."
    max_confidence: Optional["FloatFilter"] = Field(alias="maxConfidence", default=None)
    "The greatest confidence."
    avg_confidence: Optional["FloatFilter"] = Field(alias="avgConfidence", default=None)
    "The mean confidence."
    first_on: Optional["DateFilter"] = Field(alias="firstOn", default=None)
    "The first day."
    last_on: Optional["DateFilter"] = Field(alias="lastOn", default=None)
    "The last day."
    days: Optional["IntFilter"] = None
    "How many days."


class AggregateOrder(BaseModel):
    """One key to order groups by; key is what they are grouped by."""

    count: Optional[SortDirection] = None
    "By the count."
    speakers: Optional[SortDirection] = None
    "By the number of speakers."
    origins: Optional[SortDirection] = None
    "By the number of origins."
    articles: Optional[SortDirection] = None
    "By the number of articles."
    statements: Optional[SortDirection] = None
    "By the number of statements."
    claims: Optional[SortDirection] = None
    "By the number of claims."
    min: Optional[SortDirection] = None
    "By the smallest figure."
    max: Optional[SortDirection] = None
    "By the largest figure."
    sum: Optional[SortDirection] = None
    "By the sum of the figures."
    avg: Optional[SortDirection] = None
    "By the figures' mean."
    channels: Optional[SortDirection] = None
    "By the number of channels."
    min_confidence: Optional[SortDirection] = Field(alias="minConfidence", default=None)
    "By the least confidence."
    max_confidence: Optional[SortDirection] = Field(alias="maxConfidence", default=None)
    "By the greatest confidence."
    avg_confidence: Optional[SortDirection] = Field(alias="avgConfidence", default=None)
    "By the mean confidence."
    first_on: Optional[SortDirection] = Field(alias="firstOn", default=None)
    "By the first day."
    last_on: Optional[SortDirection] = Field(alias="lastOn", default=None)
    "By the last day."
    days: Optional[SortDirection] = None
    "By the number of days."
    key: Optional[SortDirection] = None
    "By what they are grouped by, in the order of by."


class NoticeInput(BaseModel):
    """Where a statement is taken back. Give the article or the day, or both."""

    article: Optional[str] = None
    "The id of the article that takes it back."
    on: Optional[str] = None
    "The day; without it, that of the article."
    exact: Optional[str] = None
    "The words that take it back, as they stand in that article."
    start: Optional[int] = None
    "Code points into that article's text. Needed where the words stand there more than once."
    end: Optional[int] = None
    "Where the words end, exclusive, in code points."


class StatementInput(BaseModel):
    """A statement by hand."""

    article: str
    "The article's id."
    exact: Optional[str] = None
    "The words, as they stand in the article. Needed unless start and end are given."
    start: Optional[int] = None
    "Code points into the article's text. Needed where the words stand there more than once."
    end: Optional[int] = None
    "Where the words end, exclusive, in code points."
    kind: Optional[StatementKind] = None
    "Without it, SPEECH where there is a speaker and NARRATED where there is none."
    modality: Optional[Modality] = Modality.ASSERTED
    "How far the words commit to what they say."
    speaker: Optional[str] = None
    "The speaker's id; none for the article's own voice."
    via: Optional[list[str]] = None
    "Ids of the channels it came through, nearest to the speaker first."
    uttered_on: Optional[str] = Field(alias="utteredOn", default=None)
    "When it was uttered, where that is known."
    claims: Optional[list["ClaimInput"]] = None
    "The claims it makes."


class ClaimInput(BaseModel):
    """A claim in a statement by hand. Give subject and object by id, or else by their words."""

    predicate: str
    "What was done."
    subject_id: Optional[str] = Field(alias="subjectId", default=None)
    "The id of who did it."
    subject: Optional[str] = None
    "The words for who did it, where that is no actor."
    object_id: Optional[str] = Field(alias="objectId", default=None)
    "The id of whom or what it was done to."
    object_: Optional[str] = Field(alias="object", default=None)
    "The words for that, where it is no actor."
    negated: Optional[bool] = False
    "True where the claim is that it is not so."
    modality: Optional[Modality] = None
    "Without it, the statement's."
    quantity: Optional[float] = None
    "A figure."
    unit: Optional[str] = None
    "What the figure is counted in."
    bound: Optional[Bound] = None
    "How exact the figure is."
    role: Optional[str] = None
    "The title, for claims about roles."
    occurred_on: Optional[str] = Field(alias="occurredOn", default=None)
    "When it happened, where that is known."


class PredicateInput(BaseModel):
    """Words for a predicate, or a new one."""

    id: str
    "Upper-case letters, digits and underscores: TWINNED_WITH."
    label: Optional[str] = None
    "How it reads between subject and object; needed for a new one."
    means: Optional[str] = None
    "What it means, in one sentence."
    synonyms: Optional[list[str]] = None
    "Words that ask for it, beside those it has."
    inverse: Optional[str] = None
    "How it reads from the object."
    family: Optional[str] = None
    "The family of positions that it belongs to."


class ArticleInput(BaseModel):
    """An article to read. Give text or html."""

    text: Optional[str] = None
    "The whole text, kept to the letter. Without it and html, the page at url is fetched, unless that leads to this machine or its own network."
    html: Optional[str] = None
    "A page to take the text from."
    title: Optional[str] = None
    "The headline."
    url: Optional[str] = None
    "Where it was retrieved from."
    publisher: Optional[str] = None
    "The outlet's name."
    authors: Optional[list[str]] = None
    "Who wrote it."
    published_at: Optional[str] = Field(alias="publishedAt", default=None)
    "When it was published."
    retrieved_at: Optional[str] = Field(alias="retrievedAt", default=None)
    "When it was fetched."
    language: Optional[str] = None
    "BCP 47: en. Without it, the language is told from the text."
    reading: Optional[Any] = None
    "What a reader found before: a row as sayso read --json prints it. Its offsets count the text's code points."


class ForgettingInput(BaseModel):
    """A forgetting as the query forgettings gives it."""

    id: str
    "Made of the hashes."
    at: str
    "When it was."
    by: str
    "Who did it."
    reason: str
    "Why."
    articles: ForgottenArticles
    "What became of the texts."
    key: str
    "Which key the hashes are made with."
    actors: list[str]
    "Of the ids of the actor."
    names: list[str]
    "Of its full names."
    first: list[str]
    "Of the words that these begin with."
    parts: list[str]
    "Of its short names."
    longest: int
    "How many words the longest name has."


StringsFilter.model_rebuild()
ActorWhere.model_rebuild()
ArticleWhere.model_rebuild()
StatementWhere.model_rebuild()
QuoteWhere.model_rebuild()
MentionWhere.model_rebuild()
AssertionWhere.model_rebuild()
AssertedByWhere.model_rebuild()
ContradictionWhere.model_rebuild()
SupersessionWhere.model_rebuild()
ClaimWhere.model_rebuild()
PredicateWhere.model_rebuild()
ActorsFilter.model_rebuild()
StatementsFilter.model_rebuild()
ClaimsFilter.model_rebuild()
ArticlesFilter.model_rebuild()
MentionsFilter.model_rebuild()
AssertionsFilter.model_rebuild()
AssertedBysFilter.model_rebuild()
ContradictionsFilter.model_rebuild()
SupersessionsFilter.model_rebuild()
JudgementWhere.model_rebuild()
ChangeWhere.model_rebuild()
ArticleOrder.model_rebuild()
StatementOrder.model_rebuild()
ClaimOrder.model_rebuild()
SearchWhere.model_rebuild()
AggregateWhere.model_rebuild()
AggregateHaving.model_rebuild()
StatementInput.model_rebuild()
