"""The history of an incident from the journal, whole and oldest first."""

import json

import pytest

from protocol.commands.back import TakeBack
from protocol.commands.incidents import CloseIncident
from protocol.commands.timeline import AddEntry
from protocol.commands.units import SetUnitStatus, SignOnUnit
from protocol.errors import Reason, Refused
from protocol.model.means import Means
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.documents.history import PAGE, history
from server.journal.memory import MemoryJournal
from tests.server.make import World, opening


async def test_a_history_is_one_fact_a_line_oldest_first() -> None:
    """Of this incident alone, also when it is closed; what was typed stands as typed."""
    world = World()
    await world.wish(opening())
    await world.wish(opening("iets anders"))
    await world.wish(SignOnUnit(call_sign=Name("12.03"), means=Means.BICYCLE))
    await world.wish(AddEntry(incident=1, text=Text("\x1b[2J twee\n‮regels")))
    await world.wish(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    await world.wish(CloseIncident(incident=1, reason=Text("klaar"), emergency=True))
    lines = (await history(1, world.journal)).decode().splitlines()
    told = [json.loads(line) for line in lines]
    assert [(each["seq"], each["fact"]) for each in told] == [
        (1, "IncidentOpened"),
        (4, "EntryAdded"),
        (6, "IncidentClosed"),
    ]
    assert told[0]["by"] == "anna"
    assert told[0]["place"] == {"name": "Blaak 31", "point": None}
    assert told[1]["text"] == "\x1b[2J twee\n‮regels"
    assert not any(ord(char) < 32 for line in lines for char in line)


async def test_a_long_history_is_whole() -> None:
    """Longer than the pages in which it is read."""
    world = World()
    await world.wish(opening())
    for number in range(PAGE):
        await world.wish(AddEntry(incident=1, text=Text(f"regel {number}")))
    assert (await history(1, world.journal)).count(b"\n") == PAGE + 1


async def test_an_incident_that_never_was_has_no_history() -> None:
    """It is said which."""
    with pytest.raises(Refused) as caught:
        await history(417, MemoryJournal())
    assert (caught.value.reason, caught.value.args_by_name["incident"]) == (Reason.NO_SUCH_INCIDENT, 417)


async def test_what_was_taken_back_is_marked_with_who_did_that() -> None:
    """The line stays as it was told, and the deed that took it back follows."""
    world = World()
    await world.wish(opening())
    await world.wish(AddEntry(incident=1, text=Text("verkeerde melding")), id=90)
    await world.wish(TakeBack(wish=90))
    told = [json.loads(line) for line in (await history(1, world.journal)).decode().splitlines()]
    assert [each.get("taken_back_by") for each in told] == [None, "anna", None, None]
    assert [each["fact"] for each in told[1:]] == ["EntryAdded", "DeedTakenBack", "EntryStruck"]
