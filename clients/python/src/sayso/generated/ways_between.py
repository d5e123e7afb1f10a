from typing import Optional

from .base_model import BaseModel
from .fragments import PathTold


class WaysBetween(BaseModel):
    path: Optional["WaysBetweenPath"]


class WaysBetweenPath(BaseModel):
    paths: list["WaysBetweenPathPaths"]


WaysBetweenPathPaths = PathTold
WaysBetween.model_rebuild()
WaysBetweenPath.model_rebuild()
