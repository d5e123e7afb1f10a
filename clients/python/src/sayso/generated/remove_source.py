from pydantic import Field

from .base_model import BaseModel


class RemoveSource(BaseModel):
    remove_source: str = Field(alias="removeSource")
