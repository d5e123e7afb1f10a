from typing import Optional

from .base_model import BaseModel
from .fragments import StatementCited


class CorrectStatement(BaseModel):
    correct: Optional["CorrectStatementCorrect"]


CorrectStatementCorrect = StatementCited
CorrectStatement.model_rebuild()
