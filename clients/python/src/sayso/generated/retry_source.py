from pydantic import Field

from .base_model import BaseModel
from .fragments import SourceTold


class RetrySource(BaseModel):
    retry_source: "RetrySourceRetrySource" = Field(alias="retrySource")


RetrySourceRetrySource = SourceTold
RetrySource.model_rebuild()
