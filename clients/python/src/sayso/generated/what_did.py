from typing import Literal, Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AbsenceTold, ActorName, DeedTold, LeftOutTold


class WhatDid(BaseModel):
    what_did: Optional["WhatDidWhatDid"] = Field(alias="whatDid")


class WhatDidWhatDid(BaseModel):
    predicates: list["WhatDidWhatDidPredicates"]
    actor: list["WhatDidWhatDidActor"]
    rows: list["WhatDidWhatDidRows"]
    left_out: list["WhatDidWhatDidLeftOut"] = Field(alias="leftOut")
    absence: Optional["WhatDidWhatDidAbsence"]


class WhatDidWhatDidPredicates(BaseModel):
    id: str
    label: str


class WhatDidWhatDidActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


WhatDidWhatDidRows = DeedTold
WhatDidWhatDidLeftOut = LeftOutTold
WhatDidWhatDidAbsence = AbsenceTold
WhatDid.model_rebuild()
WhatDidWhatDid.model_rebuild()
