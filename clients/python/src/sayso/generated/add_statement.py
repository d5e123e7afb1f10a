from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import StatementCited


class AddStatement(BaseModel):
    add_statement: Optional["AddStatementAddStatement"] = Field(alias="addStatement")


AddStatementAddStatement = StatementCited
AddStatement.model_rebuild()
