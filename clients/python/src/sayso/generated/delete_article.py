from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ChangeTold


class DeleteArticle(BaseModel):
    delete_article: Optional["DeleteArticleDeleteArticle"] = Field(
        alias="deleteArticle"
    )


DeleteArticleDeleteArticle = ChangeTold
DeleteArticle.model_rebuild()
