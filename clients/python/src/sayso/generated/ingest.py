from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class Ingest(BaseModel):
    ingest: "IngestIngest"


class IngestIngest(BaseModel):
    added: "IngestIngestAdded"
    results: list["IngestIngestResults"]


class IngestIngestAdded(BaseModel):
    articles: int
    entities: int
    statements: int
    claims: int
    mentions: int


class IngestIngestResults(BaseModel):
    is_new: bool = Field(alias="isNew")
    unread_reason: Optional[str] = Field(alias="unreadReason")
    article: Optional["IngestIngestResultsArticle"]
    added: "IngestIngestResultsAdded"
    left_out: list["IngestIngestResultsLeftOut"] = Field(alias="leftOut")
    error: Optional["IngestIngestResultsError"]


class IngestIngestResultsArticle(BaseModel):
    id: str
    title: Optional[str]
    url: Optional[str]


class IngestIngestResultsAdded(BaseModel):
    statements: int
    claims: int


class IngestIngestResultsLeftOut(BaseModel):
    what: str
    reason: str
    words: str


class IngestIngestResultsError(BaseModel):
    code: str
    message: str


Ingest.model_rebuild()
IngestIngest.model_rebuild()
IngestIngestResults.model_rebuild()
