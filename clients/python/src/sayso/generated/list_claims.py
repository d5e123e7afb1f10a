from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ClaimCited


class ListClaims(BaseModel):
    claims: Optional["ListClaimsClaims"]


class ListClaimsClaims(BaseModel):
    total_count: int = Field(alias="totalCount")
    left_out: int = Field(alias="leftOut")
    page_info: "ListClaimsClaimsPageInfo" = Field(alias="pageInfo")
    nodes: list["ListClaimsClaimsNodes"]


class ListClaimsClaimsPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ListClaimsClaimsNodes = ClaimCited
ListClaims.model_rebuild()
ListClaimsClaims.model_rebuild()
