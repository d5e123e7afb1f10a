from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import StatementCited


class ListStatements(BaseModel):
    statements: Optional["ListStatementsStatements"]


class ListStatementsStatements(BaseModel):
    total_count: int = Field(alias="totalCount")
    left_out: int = Field(alias="leftOut")
    page_info: "ListStatementsStatementsPageInfo" = Field(alias="pageInfo")
    nodes: list["ListStatementsStatementsNodes"]


class ListStatementsStatementsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ListStatementsStatementsNodes = StatementCited
ListStatements.model_rebuild()
ListStatementsStatements.model_rebuild()
