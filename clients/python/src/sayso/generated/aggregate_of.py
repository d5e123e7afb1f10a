from typing import Literal, Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Grouping


class AggregateOf(BaseModel):
    aggregate: Optional["AggregateOfAggregate"]


class AggregateOfAggregate(BaseModel):
    groups: int
    left_out: int = Field(alias="leftOut")
    rows: list["AggregateOfAggregateRows"]


class AggregateOfAggregateRows(BaseModel):
    keys: list["AggregateOfAggregateRowsKeys"]
    count: int
    speakers: int
    origins: int
    articles: int
    statements: int
    claims: int
    min: Optional[float]
    max: Optional[float]
    sum: Optional[float]
    avg: Optional[float]
    first_on: Optional[str] = Field(alias="firstOn")
    last_on: Optional[str] = Field(alias="lastOn")


class AggregateOfAggregateRowsKeys(BaseModel):
    by: Grouping
    value: Optional[str]
    node: Optional["AggregateOfAggregateRowsKeysNode"]


class AggregateOfAggregateRowsKeysNode(BaseModel):
    typename__: Literal[
        "Article",
        "Change",
        "Claim",
        "Dispute",
        "Judgement",
        "Node",
        "Organization",
        "Person",
        "Place",
        "Predicate",
        "Rating",
        "Statement",
    ] = Field(alias="__typename")
    id: str


AggregateOf.model_rebuild()
AggregateOfAggregate.model_rebuild()
AggregateOfAggregateRows.model_rebuild()
AggregateOfAggregateRowsKeys.model_rebuild()
