from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import DisputeTold


class ListDisputes(BaseModel):
    disputes: Optional["ListDisputesDisputes"]


class ListDisputesDisputes(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ListDisputesDisputesPageInfo" = Field(alias="pageInfo")
    nodes: list["ListDisputesDisputesNodes"]


class ListDisputesDisputesPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ListDisputesDisputesNodes = DisputeTold
ListDisputes.model_rebuild()
ListDisputesDisputes.model_rebuild()
