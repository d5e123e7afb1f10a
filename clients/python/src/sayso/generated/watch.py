from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import StandingTold


class Watch(BaseModel):
    watch: "WatchWatch"


class WatchWatch(BaseModel):
    standing: "WatchWatchStanding"
    webhook_secret: Optional[str] = Field(alias="webhookSecret")


WatchWatchStanding = StandingTold
Watch.model_rebuild()
WatchWatch.model_rebuild()
