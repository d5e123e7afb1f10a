from typing import Literal, Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AbsenceTold, ActorName, ClaimCited, LeftOutTold, WhoDidRowTold


class WhoDid(BaseModel):
    who_did: Optional["WhoDidWhoDid"] = Field(alias="whoDid")


class WhoDidWhoDid(BaseModel):
    predicates: list["WhoDidWhoDidPredicates"]
    inverse: bool
    target: list["WhoDidWhoDidTarget"]
    senses: list["WhoDidWhoDidSenses"]
    rows: list["WhoDidWhoDidRows"]
    unnamed: list["WhoDidWhoDidUnnamed"]
    left_out: list["WhoDidWhoDidLeftOut"] = Field(alias="leftOut")
    absence: Optional["WhoDidWhoDidAbsence"]


class WhoDidWhoDidPredicates(BaseModel):
    id: str
    label: str


class WhoDidWhoDidTarget(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


class WhoDidWhoDidSenses(BaseModel):
    reported: bool
    reports: int
    actor: "WhoDidWhoDidSensesActor"


class WhoDidWhoDidSensesActor(ActorName):
    typename__: Literal["Actor", "Organization", "Person", "Place"] = Field(
        alias="__typename"
    )


WhoDidWhoDidRows = WhoDidRowTold
WhoDidWhoDidUnnamed = ClaimCited
WhoDidWhoDidLeftOut = LeftOutTold
WhoDidWhoDidAbsence = AbsenceTold
WhoDid.model_rebuild()
WhoDidWhoDid.model_rebuild()
WhoDidWhoDidSenses.model_rebuild()
