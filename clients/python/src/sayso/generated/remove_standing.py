from pydantic import Field

from .base_model import BaseModel


class RemoveStanding(BaseModel):
    remove_standing_question: str = Field(alias="removeStandingQuestion")
