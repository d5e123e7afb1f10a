"""Retries, errors and what is sent, against a server made of answers in a list."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from sayso import AsyncSayso, Conflict, InvalidInput, NotAllowed, Patience, Sayso, SaysoError, Unavailable
from sayso.generated.input_types import ActorWhere, StatementWhere

EMPTY = {
    "statements": {"totalCount": 0, "leftOut": 0, "pageInfo": {"hasNextPage": False, "endCursor": None}, "nodes": []}
}
QUICK = Patience(tries=4, first=0.001, longest=0.002)
Reply = httpx.Response | Exception


def replying(*replies: Reply) -> tuple[list[dict[str, Any]], Callable[[httpx.Request], httpx.Response]]:
    """The bodies that come in, and a server that gives one reply after the other, the last for ever."""
    bodies: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        reply = replies[min(len(bodies), len(replies)) - 1]
        if isinstance(reply, Exception):
            raise reply
        return reply

    return bodies, answer


def client(answer: Callable[[httpx.Request], httpx.Response], patience: Patience = QUICK) -> Sayso:
    return Sayso("http://server", patience=patience, transport=httpx.MockTransport(answer))


def data(value: Any) -> httpx.Response:
    return httpx.Response(200, json={"data": value})


def refusal(code: str, message: str = "do it otherwise", status: int = 200) -> httpx.Response:
    return httpx.Response(status, json={"data": None, "errors": [{"message": message, "extensions": {"code": code}}]})


@pytest.mark.parametrize(
    "failure",
    [
        httpx.Response(503, json={"errors": [{"message": "starting", "extensions": {"code": "UNAVAILABLE"}}]}),
        httpx.Response(502, text="bad gateway"),
        httpx.Response(429, text="slowly"),
        refusal("UNAVAILABLE"),
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("too slow"),
    ],
)
def test_questions_are_asked_again(failure: Reply) -> None:
    bodies, answer = replying(failure, failure, data(EMPTY))
    assert len(client(answer).statements()) == 0
    assert len(bodies) == 3


@pytest.mark.parametrize(
    ("failure", "sent"),
    [
        (httpx.ReadTimeout("was it done?"), 1),
        (httpx.Response(502, text="bad gateway"), 1),
        (refusal("UNAVAILABLE"), 1),
        (httpx.ConnectError("refused"), 4),
        (httpx.Response(503, text="starting"), 4),
    ],
)
def test_decisions_are_sent_again_only_where_they_cannot_have_been_made(failure: Reply, sent: int) -> None:
    bodies, answer = replying(failure)
    with pytest.raises(Unavailable):
        client(answer).review("st_1", "ACCEPTED", reason="looked", by="me")
    assert len(bodies) == sent


def test_retry_after_counts_up_to_the_longest_wait() -> None:
    patience = Patience(first=0.001, longest=9)
    assert patience.wait(1, "3") == 3
    assert patience.wait(1, "3000") == 9
    assert all(0 <= patience.wait(30) <= 9 for _ in range(50))
    assert len({patience.wait(10) for _ in range(50)}) > 40, "clients that failed together would come back together"


@pytest.mark.parametrize(
    ("code", "kind"),
    [("INVALID_INPUT", InvalidInput), ("CONFLICT", Conflict), ("TOO_MANY_CONDITIONS", SaysoError)],
)
def test_the_servers_advice_is_the_message(code: str, kind: type[SaysoError]) -> None:
    bodies, answer = replying(refusal(code, "write it so"))
    with pytest.raises(kind, match="write it so") as raised:
        client(answer).statements()
    assert raised.value.code == code
    assert len(bodies) == 1


def test_what_is_no_server_is_told() -> None:
    _, answer = replying(httpx.Response(404, text="<html>"))
    with pytest.raises(Unavailable, match="is it a Sayso server"):
        client(answer).statements()
    with pytest.raises(Unavailable, match="no server answers"):
        Sayso("nonsense", patience=QUICK).statements()


def test_pages_are_fetched_until_the_end_and_told() -> None:
    pages = [_page(i, i < 2) for i in range(3)]
    bodies, answer = replying(*pages)
    told: list[tuple[int, int]] = []
    rows = client(answer).statements(progress=lambda done, total: told.append((done, total)))
    assert [row.id for row in rows] == ["st_0", "st_1", "st_2"]
    assert [body["variables"].get("after") for body in bodies] == [None, "c0", "c1"]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_limit_ends_it() -> None:
    bodies, answer = replying(*[_page(i, True) for i in range(3)])
    rows = client(answer).statements(limit=2)
    assert (len(rows), len(bodies)) == (2, 2)
    assert rows.caption == "Statements (2 of 3)"


def _page(number: int, more: bool) -> httpx.Response:
    name = {"__typename": "Person", "id": "ent_1", "name": "Irena Halasz", "kind": None}
    article = dict.fromkeys(["title", "url", "publishedAt", "retrievedAt", "language", "authors", "publisher"])
    statement = {
        **{"id": f"st_{number}", "kind": "SPEECH", "form": "DIRECT", "modality": "ASSERTED", "status": "CURRENT"},
        **{"review": "UNREVIEWED", "version": 1, "date": None, "confidence": None, "extractor": "test", "via": []},
        **{"quote": {"exact": "no", "prefix": "", "suffix": "", "start": 0, "end": 2}, "source": [], "speaker": name},
        "article": {"id": "art_1", **article},
    }
    info = {"hasNextPage": more, "endCursor": f"c{number}"}
    return data({"statements": {"totalCount": 3, "leftOut": 0, "pageInfo": info, "nodes": [statement]}})


def test_conditions_are_sent_as_the_schema_has_them() -> None:
    bodies, answer = replying(data(EMPTY))
    client(answer).statements(StatementWhere(speaker=ActorWhere(called_like="Putin")))
    assert bodies[0]["variables"]["where"] == {"speaker": {"calledLike": "Putin"}}


def test_the_asynchronous_client_does_the_same() -> None:
    bodies, answer = replying(httpx.ConnectError("refused"), _page(0, True), _page(1, False))

    async def asked() -> list[str]:
        async with AsyncSayso("http://server", patience=QUICK, transport=httpx.MockTransport(answer)) as sayso:
            return [row.id for row in await sayso.statements()]

    assert asyncio.run(asked()) == ["st_0", "st_1"]
    assert len(bodies) == 3


def test_the_key_goes_with_each_request(monkeypatch: pytest.MonkeyPatch) -> None:
    headers: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        headers.append(request.headers.get("Authorization"))
        return data(EMPTY)

    for key in ("sayso_given", None):
        with Sayso("http://server", key=key, transport=httpx.MockTransport(answer)) as sayso:
            list(sayso.statements())
        monkeypatch.setenv("SAYSO_KEY", "sayso_kept")
    monkeypatch.delenv("SAYSO_KEY")
    with Sayso("http://server", transport=httpx.MockTransport(answer)) as sayso:
        list(sayso.statements())
    assert headers == ["Bearer sayso_given", "Bearer sayso_kept", None]


def test_a_request_without_a_key_is_not_sent_again() -> None:
    message = "this server answers to those who have a key"
    bodies, answer = replying(
        httpx.Response(401, json={"errors": [{"message": message, "extensions": {"code": "UNAUTHENTICATED"}}]})
    )
    with pytest.raises(NotAllowed, match=message):
        client(answer).statements()
    assert len(bodies) == 1
