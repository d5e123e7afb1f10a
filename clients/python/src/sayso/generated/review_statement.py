from typing import Optional

from .base_model import BaseModel
from .fragments import StatementCited


class ReviewStatement(BaseModel):
    review: Optional["ReviewStatementReview"]


ReviewStatementReview = StatementCited
ReviewStatement.model_rebuild()
