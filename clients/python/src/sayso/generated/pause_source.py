from pydantic import Field

from .base_model import BaseModel
from .fragments import SourceTold


class PauseSource(BaseModel):
    pause_source: "PauseSourcePauseSource" = Field(alias="pauseSource")


PauseSourcePauseSource = SourceTold
PauseSource.model_rebuild()
