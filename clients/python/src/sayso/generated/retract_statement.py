from typing import Optional

from .base_model import BaseModel
from .fragments import StatementCited


class RetractStatement(BaseModel):
    retract: Optional["RetractStatementRetract"]


RetractStatementRetract = StatementCited
RetractStatement.model_rebuild()
