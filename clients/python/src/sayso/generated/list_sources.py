from pydantic import Field

from .base_model import BaseModel
from .fragments import SourceTold


class ListSources(BaseModel):
    followed_sources: list["ListSourcesFollowedSources"] = Field(
        alias="followedSources"
    )


ListSourcesFollowedSources = SourceTold
ListSources.model_rebuild()
