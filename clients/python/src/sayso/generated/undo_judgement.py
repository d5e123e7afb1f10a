from typing import Optional

from .base_model import BaseModel
from .fragments import JudgementTold


class UndoJudgement(BaseModel):
    undo: Optional["UndoJudgementUndo"]


UndoJudgementUndo = JudgementTold
UndoJudgement.model_rebuild()
