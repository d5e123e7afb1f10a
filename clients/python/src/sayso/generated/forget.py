from typing import Optional

from .base_model import BaseModel
from .enums import ForgottenArticles


class Forget(BaseModel):
    forget: "ForgetForget"


class ForgetForget(BaseModel):
    forgetting: Optional["ForgetForgetForgetting"]
    actors: list[str]
    counts: list["ForgetForgetCounts"]
    remains: list["ForgetForgetRemains"]


class ForgetForgetForgetting(BaseModel):
    id: str
    at: str
    by: str
    reason: str
    articles: ForgottenArticles


class ForgetForgetCounts(BaseModel):
    of: str
    count: int


class ForgetForgetRemains(BaseModel):
    kind: str
    id: str
    why: str


Forget.model_rebuild()
ForgetForget.model_rebuild()
