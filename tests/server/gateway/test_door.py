"""The door: who comes in, who is turned away, and with which words."""

import base64
from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire import SUBPROTOCOL, VERSION
from server.accounts.accounts import Account
from server.gateway.door import Admitted, TurnedAway, judge
from tests.fixtures.of_version import VERSIONS, told_of
from tests.server.make import run

ANNA = Account(name=Name("anna"), role=Role.CENTRALIST, hash="0123456789")


def basic(name: str, secret: str) -> str:
    """The header's value."""
    return "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode()


async def _judge(
    headers: Mapping[str, str],
    offered: Sequence[str] = (SUBPROTOCOL,),
    *,
    exercise: bool = False,
    account: Account = ANNA,
) -> Admitted | TurnedAway:
    async def proven(name: str, secret: str) -> Account | None:
        return account if (name, secret) == ("anna", "geheim:woord") else None

    def ticket_holder(ticket: str) -> Account | None:
        return account if ticket == "kaartje" else None

    return await judge(headers, offered, exercise=exercise, proven=proven, ticket_holder=ticket_holder)


@pytest.mark.parametrize("proof", [basic("anna", "geheim:woord"), "Bearer kaartje", "bearer kaartje"])
async def test_a_secret_or_a_ticket_opens(proof: str) -> None:
    """A secret may hold a colon; the scheme is written as one likes."""
    assert await _judge({"Authorization": proof}) == Admitted(account=ANNA, after=0, history="")


@pytest.mark.parametrize("name", ["authorization", "AUTHORIZATION"])
async def test_the_case_of_a_header_says_nothing(name: str) -> None:
    """Some proxies write them all in lower case."""
    assert isinstance(await _judge({name: "Bearer kaartje"}), Admitted)


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_console_of_an_earlier_version_is_told_which_it_needs(version: int) -> None:
    """As it dialled then, with a good proof: in words short enough for what its console shows of them."""
    for row in told_of(version, "down"):
        said = dict(row["hello"])
        offered = [said.pop("Sec-WebSocket-Protocol")]
        verdict = await _judge({**said, "Authorization": "Bearer kaartje"}, offered)
        if version == VERSION:
            assert isinstance(verdict, Admitted)
            continue
        assert isinstance(verdict, TurnedAway)
        assert (verdict.status, verdict.reason) == (426, "version")
        for words in (offered[0], SUBPROTOCOL, f"install Openlijn 0.{VERSION}", "had no answer to is kept"):
            assert words in verdict.text
        assert len(verdict.text) <= 200


@pytest.mark.parametrize(
    ("offered", "shown"),
    [((), "none"), (("openlijn.99",), "openlijn.99"), (("chat", "\udcff\x1b[2J"), r"\x1b[2J")],
)
async def test_another_version_is_told_what_is_spoken_here(offered: Sequence[str], shown: str) -> None:
    """Both versions are named, before any secret is looked at; what came is shown harmless."""
    verdict = await _judge({"Authorization": "Bearer kaartje"}, offered)
    assert isinstance(verdict, TurnedAway)
    assert (verdict.status, verdict.reason) == (426, "version")
    assert SUBPROTOCOL in verdict.text
    assert shown in verdict.text
    assert verdict.text.isascii()


@pytest.mark.parametrize(
    "proof",
    [
        None,
        "",
        "Basic",
        "Bearer ",
        "Bearer vals",
        "Digest abc",
        "Basic !!!!",
        "Basic é",
        "Basic " + base64.b64encode(b"\xff\xfe:x").decode(),
        "Basic " + base64.b64encode(b"anna").decode(),
        basic("anna", "fout"),
        basic("", "geheim:woord"),
        "Bearer " + "k" * 5_000,
    ],
)
async def test_without_proof_nobody_comes_in(proof: str | None) -> None:
    """Whatever is wrong with it, it is 401 and one sentence, which does not say what was wrong."""
    verdict = await _judge({} if proof is None else {"Authorization": proof})
    assert isinstance(verdict, TurnedAway)
    assert verdict.status == 401
    assert "fout" not in verdict.text


@pytest.mark.parametrize("proof", [basic("anna", "geheim:woord"), "Bearer kaartje"])
@pytest.mark.parametrize("exercise", [False, True])
async def test_an_account_opens_only_its_own_kind_of_world(proof: str, exercise: bool) -> None:
    """Neither its secret nor its ticket opens the other, and whoever proved to be it is told so."""
    own = evolve(ANNA, exercise=exercise)
    other = await _judge({"Authorization": proof}, exercise=not exercise, account=own)
    assert isinstance(other, TurnedAway)
    assert (other.status, other.reason, "exercise" in other.text) == (403, "other-kind", True)
    assert isinstance(await _judge({"Authorization": proof}, exercise=exercise, account=own), Admitted)
    wrong = await _judge({"Authorization": basic("anna", "fout")}, exercise=not exercise, account=own)
    assert isinstance(wrong, TurnedAway)
    assert wrong.status == 401


async def test_what_a_console_has_is_read() -> None:
    """A history and the number in it."""
    verdict = await _judge({"Authorization": "Bearer kaartje", "Openlijn-After": "18b:417"})
    assert verdict == Admitted(account=ANNA, after=417, history="18b")


@pytest.mark.parametrize(
    "after", ["18b", "18b:", "18b:-1", "18b:1.5", "18b:x", f"18b:{10**18}", "h" * 41 + ":1"]
)
async def test_a_number_that_is_none_is_a_bad_request(after: str) -> None:
    """400, and what it must be."""
    verdict = await _judge({"Authorization": "Bearer kaartje", "Openlijn-After": after})
    assert isinstance(verdict, TurnedAway)
    assert (verdict.status, verdict.text) == (
        400,
        "Openlijn-After must be HISTORY:NUMBER or HISTORY:NUMBER:NUMBER, whole numbers.\n",
    )


@given(st.text(max_size=60), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_no_header_breaks_the_door(proof: str, after: str, offered: list[str]) -> None:
    """There is always a verdict, and nobody guesses their way in."""
    headers = {"Authorization": proof, "Openlijn-After": after}
    for versions in (offered, [SUBPROTOCOL]):
        assert isinstance(run(_judge(headers, versions)), TurnedAway)
