from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AbsenceTold, DeedTold, LeftOutTold, StatementCited


class Between(BaseModel):
    between: Optional["BetweenBetween"]


class BetweenBetween(BaseModel):
    predicates: list["BetweenBetweenPredicates"]
    rows: list["BetweenBetweenRows"]
    left_out: list["BetweenBetweenLeftOut"] = Field(alias="leftOut")
    absence: Optional["BetweenBetweenAbsence"]
    statements: list["BetweenBetweenStatements"]


class BetweenBetweenPredicates(BaseModel):
    id: str
    label: str


BetweenBetweenRows = DeedTold
BetweenBetweenLeftOut = LeftOutTold
BetweenBetweenAbsence = AbsenceTold
BetweenBetweenStatements = StatementCited
Between.model_rebuild()
BetweenBetween.model_rebuild()
