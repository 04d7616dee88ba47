"""The document `link/417`: what the room reads out or sends, and refusals that say why there is none."""

import json
from datetime import timedelta
from typing import Any

import pytest

from protocol.commands.contact import ComeIn, MakeLink, WithdrawLink
from protocol.commands.incidents import OpenIncident
from protocol.errors import Reason, Refused
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide.actor import Actor
from server.documents.shelf import wanted
from server.melder.codes import plain, spoken
from server.melder.documents import LinkShelf
from tests.server.make import World
from tests.server.melder.made import called, codes


def _shelf(world: World, base: str = "") -> LinkShelf:
    return LinkShelf(codes(), board=lambda: world.room.board, clock=world.clock, base=base)


async def _read(world: World, base: str = "") -> dict[str, Any]:
    content = await _shelf(world, base).document(wanted("link/1"))
    assert content is not None
    found: dict[str, Any] = json.loads(content)
    return found


async def test_a_link_is_said_whole() -> None:
    """The code to read out, the path to send, until when, and whether the page was opened."""
    world = await called()
    link = world.room.board.incidents[1].contact_line.link
    assert link is not None
    code = codes().code(1, 1)
    assert await _read(world, "https://melder.example") == {
        "code": spoken(code),
        "path": f"/m/{code}",
        "base": "https://melder.example",
        "expires": link.expires_at.isoformat(),
        "opened": False,
    }
    assert plain((await _read(world))["code"]) == code
    assert (await _read(world))["base"] == ""


async def test_it_says_when_the_page_was_opened() -> None:
    """So that nobody reads it out again."""
    world = await called()
    melder = Actor(name=Name("melder 1"), role=Role.MELDER)
    await world.wish(ComeIn(incident=1, key=Name("a" * 32)), melder)
    assert (await _read(world))["opened"] is True


async def test_a_new_link_has_another_code() -> None:
    """That nobody opened yet."""
    world = await called()
    first = await _read(world)
    await world.wish(MakeLink(incident=1))
    second = await _read(world)
    assert second["code"] != first["code"]
    assert second["opened"] is False


@pytest.mark.parametrize("how", ["none", "withdrawn", "expired"])
async def test_a_link_that_opens_nothing_is_not_said(how: str) -> None:
    """Never made, withdrawn, or too old."""
    world = await called(links=0)
    if how != "none":
        await world.wish(MakeLink(incident=1))
    if how == "withdrawn":
        await world.wish(WithdrawLink(incident=1))
    if how == "expired":
        world.clock.now += timedelta(days=1)
    with pytest.raises(Refused) as caught:
        await _read(world)
    assert caught.value.reason is Reason.NO_LINK


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("link/2", Reason.NO_SUCH_INCIDENT),
        ("link/x", Reason.INVALID),
        ("link/0", Reason.INVALID),
        ("link/", Reason.INVALID),
        ("link/1?x=1", Reason.INVALID),
    ],
)
async def test_what_is_asked_wrongly_is_refused(name: str, reason: Reason) -> None:
    """With what is wrong."""
    with pytest.raises(Refused) as caught:
        await _shelf(await called()).document(wanted(name))
    assert caught.value.reason is reason


async def test_without_a_number_it_is_no_document() -> None:
    """The documents say what there is."""
    assert await _shelf(World()).document(wanted("link")) is None


async def test_each_melding_has_its_own() -> None:
    """By its number."""
    world = await called()
    await world.wish(OpenIncident(what=Name("brand"), place=Place(name=Name("Kade"))))
    await world.wish(MakeLink(incident=2))
    content = await _shelf(world).document(wanted("link/2"))
    assert content is not None
    assert json.loads(content)["path"] == f"/m/{codes().code(2, 1)}" != (await _read(world))["path"]
