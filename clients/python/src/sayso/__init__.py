"""Ask a Sayso server who said and did what, and take the answers along with their quotes.

from sayso import Sayso

with Sayso() as sayso:
    sayso.who_did("recognized", "Donetsk", as_of="2022-08-17").df()
"""

from .citations import citation, pinpoint, reference
from .clients import AsyncSayso, Sayso
from .errors import Conflict, InvalidInput, NotAllowed, NotFound, SaysoError, Unavailable
from .exchange import Patience
from .ingested import Ingested, IngestReport
from .results import (
    Answer,
    Claims,
    Disputes,
    Found,
    Groups,
    Hit,
    Positions,
    Quotes,
    Rows,
    Statements,
    Ways,
)

__all__ = [
    "Answer",
    "AsyncSayso",
    "Claims",
    "Conflict",
    "Disputes",
    "Found",
    "Groups",
    "Hit",
    "IngestReport",
    "Ingested",
    "InvalidInput",
    "NotAllowed",
    "NotFound",
    "Patience",
    "Positions",
    "Quotes",
    "Rows",
    "Sayso",
    "SaysoError",
    "Statements",
    "Unavailable",
    "Ways",
    "citation",
    "pinpoint",
    "reference",
]
