from typing import Optional

from .base_model import BaseModel
from .fragments import JudgementTold


class SplitActor(BaseModel):
    split: Optional["SplitActorSplit"]


SplitActorSplit = JudgementTold
SplitActor.model_rebuild()
