from typing import Optional

from .base_model import BaseModel
from .fragments import JudgementTold


class JudgeActors(BaseModel):
    judge: Optional["JudgeActorsJudge"]


JudgeActorsJudge = JudgementTold
JudgeActors.model_rebuild()
