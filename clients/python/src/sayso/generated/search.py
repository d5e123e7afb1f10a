from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import (  # noqa: F401
    ArticleCited,
    ArticleCitedPublisher,
    StatementCited,
    StatementCitedArticle,
    StatementCitedQuote,
    StatementCitedSource,
    StatementCitedSpeaker,
    StatementCitedVia,
)


class Search(BaseModel):
    search: Optional["SearchSearch"]


class SearchSearch(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "SearchSearchPageInfo" = Field(alias="pageInfo")
    edges: list["SearchSearchEdges"]


class SearchSearchPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class SearchSearchEdges(BaseModel):
    score: float
    highlights: list["SearchSearchEdgesHighlights"]
    node: Union[
        "SearchSearchEdgesNodeNode",
        "SearchSearchEdgesNodeArticle",
        "SearchSearchEdgesNodeOrganization",
        "SearchSearchEdgesNodePerson",
        "SearchSearchEdgesNodePlace",
        "SearchSearchEdgesNodeStatement",
    ] = Field(discriminator="typename__")


class SearchSearchEdgesHighlights(BaseModel):
    field: str
    text: str
    prefix: str
    suffix: str


class SearchSearchEdgesNodeNode(BaseModel):
    typename__: Literal[
        "Change", "Claim", "Dispute", "Judgement", "Node", "Predicate", "Rating"
    ] = Field(alias="__typename")


class SearchSearchEdgesNodeArticle(ArticleCited):
    typename__: Literal["Article"] = Field(alias="__typename")


class SearchSearchEdgesNodeOrganization(BaseModel):
    typename__: Literal["Organization"] = Field(alias="__typename")
    id: str
    name: str
    actor_kind: Optional[str] = Field(alias="actorKind")


class SearchSearchEdgesNodePerson(BaseModel):
    typename__: Literal["Person"] = Field(alias="__typename")
    id: str
    name: str
    actor_kind: Optional[str] = Field(alias="actorKind")


class SearchSearchEdgesNodePlace(BaseModel):
    typename__: Literal["Place"] = Field(alias="__typename")
    id: str
    name: str
    actor_kind: Optional[str] = Field(alias="actorKind")


class SearchSearchEdgesNodeStatement(StatementCited):
    typename__: Literal["Statement"] = Field(alias="__typename")


Search.model_rebuild()
SearchSearch.model_rebuild()
SearchSearchEdges.model_rebuild()
