from pydantic import Field

from .base_model import BaseModel
from .fragments import SourceTold


class FollowSource(BaseModel):
    follow_source: "FollowSourceFollowSource" = Field(alias="followSource")


FollowSourceFollowSource = SourceTold
FollowSource.model_rebuild()
