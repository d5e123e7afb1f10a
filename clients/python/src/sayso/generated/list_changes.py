from typing import Optional

from .base_model import BaseModel
from .fragments import ChangeTold


class ListChanges(BaseModel):
    changes: Optional["ListChangesChanges"]


class ListChangesChanges(BaseModel):
    nodes: list["ListChangesChangesNodes"]


ListChangesChangesNodes = ChangeTold
ListChanges.model_rebuild()
ListChangesChanges.model_rebuild()
