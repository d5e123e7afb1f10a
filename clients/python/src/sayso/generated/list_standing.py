from pydantic import Field

from .base_model import BaseModel
from .fragments import StandingTold


class ListStanding(BaseModel):
    standing_questions: list["ListStandingStandingQuestions"] = Field(
        alias="standingQuestions"
    )


ListStandingStandingQuestions = StandingTold
ListStanding.model_rebuild()
