from enum import Enum


class Role(str, Enum):
    READER = "READER"
    INGESTER = "INGESTER"
    CURATOR = "CURATOR"
    ADMIN = "ADMIN"


class Direction(str, Enum):
    IN = "IN"
    OUT = "OUT"
    BOTH = "BOTH"


class StatementKind(str, Enum):
    SPEECH = "SPEECH"
    STANCE = "STANCE"
    NARRATED = "NARRATED"


class Form(str, Enum):
    DIRECT = "DIRECT"
    INDIRECT = "INDIRECT"
    MIXED = "MIXED"


class Modality(str, Enum):
    ASSERTED = "ASSERTED"
    HEDGED = "HEDGED"
    FUTURE = "FUTURE"
    HYPOTHETICAL = "HYPOTHETICAL"
    ORDERED = "ORDERED"
    QUESTIONED = "QUESTIONED"
    DOUBTFUL = "DOUBTFUL"


class StatementStatus(str, Enum):
    CURRENT = "CURRENT"
    CORRECTED = "CORRECTED"
    RETRACTED = "RETRACTED"


class Review(str, Enum):
    UNREVIEWED = "UNREVIEWED"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


class Verdict(str, Enum):
    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"
    SPLIT = "SPLIT"


class JudgementStatus(str, Enum):
    ACTIVE = "ACTIVE"
    UNDONE = "UNDONE"


class ChangeKind(str, Enum):
    ARTICLE_SAVED = "ARTICLE_SAVED"
    ACTORS_JUDGED = "ACTORS_JUDGED"
    JUDGEMENT_UNDONE = "JUDGEMENT_UNDONE"
    STATEMENT_ADDED = "STATEMENT_ADDED"
    STATEMENT_REVIEWED = "STATEMENT_REVIEWED"
    STATEMENT_CORRECTED = "STATEMENT_CORRECTED"
    STATEMENT_RETRACTED = "STATEMENT_RETRACTED"
    STATEMENT_REPLACED = "STATEMENT_REPLACED"
    ARTICLE_CORRECTED = "ARTICLE_CORRECTED"
    ARTICLE_DELETED = "ARTICLE_DELETED"
    ARTICLE_REDACTED = "ARTICLE_REDACTED"
    ACTOR_FORGOTTEN = "ACTOR_FORGOTTEN"
    SOURCE_RATED = "SOURCE_RATED"
    STATEMENT_RATED = "STATEMENT_RATED"
    VOCABULARY_CHANGED = "VOCABULARY_CHANGED"
    INGEST_PROGRESS = "INGEST_PROGRESS"
    GRAPH_REPAIRED = "GRAPH_REPAIRED"


class QuoteStatus(str, Enum):
    EXACT = "EXACT"
    MOVED = "MOVED"
    DIFFERS = "DIFFERS"
    GONE = "GONE"


class Bound(str, Enum):
    EXACTLY = "EXACTLY"
    AT_LEAST = "AT_LEAST"
    AT_MOST = "AT_MOST"
    ABOUT = "ABOUT"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"


class ContradictionKind(str, Enum):
    NEGATION = "NEGATION"
    INCOMPATIBLE = "INCOMPATIBLE"
    QUANTITY = "QUANTITY"
    ATTRIBUTION = "ATTRIBUTION"


class SortDirection(str, Enum):
    ASC = "ASC"
    DESC = "DESC"


class ActorType(str, Enum):
    Person = "Person"
    Organization = "Organization"
    Place = "Place"


class SearchType(str, Enum):
    Person = "Person"
    Organization = "Organization"
    Place = "Place"
    Statement = "Statement"
    Article = "Article"


class SuggestType(str, Enum):
    Person = "Person"
    Organization = "Organization"
    Place = "Place"
    Predicate = "Predicate"


class DifferenceKind(str, Enum):
    MISSING = "MISSING"
    ADDED = "ADDED"
    CHANGED = "CHANGED"


class AggregateOf(str, Enum):
    STATEMENTS = "STATEMENTS"
    CLAIMS = "CLAIMS"
    ARTICLES = "ARTICLES"
    ACTORS = "ACTORS"


class Grouping(str, Enum):
    PREDICATE = "PREDICATE"
    SPEAKER = "SPEAKER"
    VIA = "VIA"
    OUTLET = "OUTLET"
    SUBJECT = "SUBJECT"
    OBJECT = "OBJECT"
    YEAR = "YEAR"
    MONTH = "MONTH"
    DAY = "DAY"
    HAPPENED_YEAR = "HAPPENED_YEAR"
    HAPPENED_MONTH = "HAPPENED_MONTH"
    HAPPENED_DAY = "HAPPENED_DAY"
    KIND = "KIND"
    FORM = "FORM"
    MODALITY = "MODALITY"
    STATUS = "STATUS"
    REVIEW = "REVIEW"
    NEGATED = "NEGATED"
    UNIT = "UNIT"
    LANGUAGE = "LANGUAGE"
    ORIGIN = "ORIGIN"
    TYPE = "TYPE"
    ACTOR_KIND = "ACTOR_KIND"


class Period(str, Enum):
    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"


class Clock(str, Enum):
    SAID = "SAID"
    HAPPENED = "HAPPENED"


class AbsenceKind(str, Enum):
    UNNAMED = "UNNAMED"
    NO_STATEMENT = "NO_STATEMENT"
    DENIED = "DENIED"
    DECLINED_TO_COMMENT = "DECLINED_TO_COMMENT"
    NOT_COVERED = "NOT_COVERED"


class QuestionKind(str, Enum):
    WHO_DID = "WHO_DID"
    WHAT_DID = "WHAT_DID"
    WHAT_SAID = "WHAT_SAID"
    WHO_SAID = "WHO_SAID"
    WHO_DENIED = "WHO_DENIED"
    WHO_BLAMES = "WHO_BLAMES"
    HOW_MANY = "HOW_MANY"
    WHEN = "WHEN"
    POSITION = "POSITION"
    WHO_IS = "WHO_IS"
    CONNECTION = "CONNECTION"
    DISPUTES = "DISPUTES"


class Moment(str, Enum):
    FIRST = "FIRST"
    LAST = "LAST"


class QueueLane(str, Enum):
    PEOPLE = "PEOPLE"
    FEEDS = "FEEDS"


class QueueState(str, Enum):
    QUEUED = "QUEUED"
    READING = "READING"
    STORED = "STORED"
    FAILED = "FAILED"


class SourceKind(str, Enum):
    FEED = "FEED"
    SITEMAP = "SITEMAP"
    FOLDER = "FOLDER"


class ForgottenArticles(str, Enum):
    REDACT = "REDACT"
    DELETE = "DELETE"
    KEEP = "KEEP"


class ChannelKind(str, Enum):
    WEBHOOK = "WEBHOOK"
    EMAIL = "EMAIL"


class TellingKind(str, Enum):
    NEW = "NEW"
    WITHDRAWN = "WITHDRAWN"
    DISPUTED = "DISPUTED"
    SETTLED = "SETTLED"
