"""The lines without a screen: contact, the melder's link, cards, scale and a colleague in need."""

import json
from pathlib import Path
from typing import Any

import pytest

from console.actions.catalog import CATALOG
from console.cli.do import Doer, Manner, verbs
from console.cli.exits import Exit
from console.net.link import new_link
from console.texts.texts import LANGUAGES, Texts
from protocol.model.scale import Level
from tests.console.serving import Served, served

TEXTS = Texts("nl", strict=True)
BEGIN = ["nieuw 1 inbraak @ Markt 5", "aanmelden 12.03", "koppel"]


async def _do(server: Served, lines: list[str], **manner: Any) -> tuple[Exit, list[str]]:
    said: list[str] = []
    doer = Doer(new_link(server.access), CATALOG, TEXTS, Manner(**manner), said.append)
    return await doer.run(lines), said


async def test_a_melder_is_put_through_and_the_room_steps_in(tmp_path: Path) -> None:
    """The one unit on the melding is the one; whoever opened it listens, and speaks after stepping in."""
    async with served(tmp_path) as server:
        status, said = await _do(server, [*BEGIN, "verbind", "vertel we komen"])
        assert (status, said[-1]) == (
            Exit.REFUSED,
            "U luistert alleen op de contactlijn van melding 1. Praat eerst mee. Geweigerd: vertel we komen",
        )
        status, _ = await _do(server, ["toon 1", "meepraten", "vertel we komen", "terugtreden"])
        line = server.listening.room.board.incidents[1].contact_line
    assert status is Exit.DONE
    assert (line.unit, line.said) == ("12.03", 1)


async def test_the_link_is_shown_with_its_code_and_address(tmp_path: Path) -> None:
    """Without one it says what to do; as JSON it has the address that a script can send."""
    async with served(tmp_path) as server:
        status, said = await _do(server, [*BEGIN, "link"])
        assert status is Exit.REFUSED
        assert "Maak er een met maak-link." in said[-1]
        status, said = await _do(server, ["toon 1", "maak-link", "show-link 1"], as_json=True)
        assert status is Exit.DONE
        row = json.loads(said[-1])
        code = row["code"].replace("-", "")
        assert row["url"] == f"http://127.0.0.1:{server.listening.port}/m/{code}"
        assert row["opened"] is False
        assert (await _do(server, ["link 1"]))[1][0].splitlines()[1] == row["url"]


async def test_scale_cards_and_need_by_line(tmp_path: Path) -> None:
    """Up by one, a card that is taken, who can, and an emergency that is answered and ended."""
    lines = [
        *BEGIN,
        "opschalen meer straten",
        "grip 1 2",
        "infokaart waarschuwing eerder mes",
        "heb",
        "matrix kan Pools",
        "ikdoe",
        "collega",
        "nood",
        "ontvangen",
        "noodeinde 12.03 veilig",
    ]
    async with served(tmp_path) as server:
        status, said = await _do(server, lines)
        board = server.listening.room.board
    assert (status, len(said)) == (Exit.DONE, len(lines)), said
    incident = board.incidents[1]
    assert (incident.scale.level, incident.scale.grip) == (Level.DISTRICT, 2)
    assert incident.scale.who[0].who == "anna"
    assert [entry.taken_by for entry in incident.entries if entry.card] == [("anna",)]
    assert not board.emergencies


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_that_needs_no_screen_is_listed(language: str) -> None:
    """`help` names them all; changing by one key is the screen's own."""
    listed = {row["verb"] for row in verbs(CATALOG, Texts(language, strict=True))}
    assert {"verbind", "link", "heb", "opschalen", "nood", "ontvangen"} <= listed
    assert "wissel" not in listed
