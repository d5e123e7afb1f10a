from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import DifferenceKind
from .fragments import ArticleCited, StatementCited


class FindQuote(BaseModel):
    find_quote: Optional[list["FindQuoteFindQuote"]] = Field(alias="findQuote")


class FindQuoteFindQuote(BaseModel):
    similarity: float
    exact: bool
    start: int
    end: int
    text: str
    article: "FindQuoteFindQuoteArticle"
    statement: Optional["FindQuoteFindQuoteStatement"]
    differences: list["FindQuoteFindQuoteDifferences"]


FindQuoteFindQuoteArticle = ArticleCited
FindQuoteFindQuoteStatement = StatementCited


class FindQuoteFindQuoteDifferences(BaseModel):
    kind: DifferenceKind
    given: "FindQuoteFindQuoteDifferencesGiven"
    found: "FindQuoteFindQuoteDifferencesFound"


class FindQuoteFindQuoteDifferencesGiven(BaseModel):
    start: int
    end: int
    text: str


class FindQuoteFindQuoteDifferencesFound(BaseModel):
    start: int
    end: int
    text: str


FindQuote.model_rebuild()
FindQuoteFindQuote.model_rebuild()
FindQuoteFindQuoteDifferences.model_rebuild()
