from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LeftOutTold, PositionTold


class TimelineOf(BaseModel):
    timeline: Optional["TimelineOfTimeline"]


class TimelineOfTimeline(BaseModel):
    reversals: int
    entries: list["TimelineOfTimelineEntries"]
    left_out: list["TimelineOfTimelineLeftOut"] = Field(alias="leftOut")


TimelineOfTimelineEntries = PositionTold
TimelineOfTimelineLeftOut = LeftOutTold
TimelineOf.model_rebuild()
TimelineOfTimeline.model_rebuild()
