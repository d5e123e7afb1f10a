from pydantic import Field

from .base_model import BaseModel
from .fragments import StandingTold


class PauseStanding(BaseModel):
    pause_standing_question: "PauseStandingPauseStandingQuestion" = Field(
        alias="pauseStandingQuestion"
    )


PauseStandingPauseStandingQuestion = StandingTold
PauseStanding.model_rebuild()
