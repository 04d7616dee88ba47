"""Drift from end to end: a real server, a real console, a websocket between them, and one thing gone wrong.

Whatever made the console's board another one than the server's: within some beats it says so in its log,
fetches the board anew, once, and ends equal to the server.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from attrs import evolve

import protocol.session.timing
import server.hub.run
import server.hub.signs_of_life
from console.net.access import Access
from console.net.link import Link, new_link
from protocol.address import read_address
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import InvitePartner, JoinLine
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import Changed, Event, LinkState, StillDrifted, Welcomed
from server.decide.actor import Actor
from server.ops.running import Listening, running
from server.settings.settings import read_settings
from server.sight.audience import Audience, audience_of
from server.sight.board_view import board_for
from tests.server.consoles import without_words
from tests.server.hub.left_out import leave_out
from tests.waiting import until

BEN = Actor(name=Name("ben"), role=Role.CENTRALIST)
PEOPLE = [("anna", Role.CENTRALIST), ("12.01", Role.UNIT), ("ggz", Role.PARTNER)]
LEAST_STATEMENT_BYTES = 8
IDS = ["room", "street", "partner"]


@pytest.fixture(autouse=True)
def _quick_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every tick of the link is a beat, and each is answered with a statement."""
    monkeypatch.setattr(protocol.session.timing, "HEARTBEAT_S", 0.1)
    monkeypatch.setattr(server.hub.signs_of_life, "STATE_EVERY_S", 0.1)


class Linked:
    """A console that has what its account may have, of a server with two incidents."""

    def __init__(self, listening: Listening, link: Link, audience: Audience) -> None:
        self.room = listening.room
        self.link = link
        self.audience = audience
        self.events: list[Event] = []
        self._id = 0
        link.store.listen(self.events.append)

    @property
    def board(self) -> Board:
        """Here."""
        return self.link.store.board

    @property
    def wanted(self) -> Board:
        """What the server would have it be."""
        return without_words(board_for(self.room.board, self.audience), self.audience)

    @property
    def is_equal(self) -> bool:
        """The server's board is here, as far as this account may have it."""
        is_live = self.link.session.state is LinkState.LIVE
        return is_live and without_words(self.board, self.audience) == self.wanted

    @property
    def snapshots(self) -> int:
        """How often it began with a board of its own."""
        return sum(isinstance(event, Welcomed) and event.welcome.snapshot for event in self.events)

    async def do(self, command: Command) -> int:
        """Somebody else in the room wishes this; the number of the change."""
        self._id += 1
        return (await self.room.do(BEN, self._id, command)).seq

    async def stated(self, times: int) -> None:
        """So many more statements came, and were compared."""
        want = self.link.session.received_bytes + times * LEAST_STATEMENT_BYTES
        await until(lambda: self.link.session.received_bytes >= want)


@asynccontextmanager
async def linked(directory: Path, name: str, role: Role) -> AsyncIterator[Linked]:
    """A server, and a console of this account that has everything."""
    async with running(directory, read_settings(directory)) as listening:
        secret = listening.accounts.add(name, role)
        address = read_address(f"ws://{name}@127.0.0.1:{listening.port}")
        link = new_link(Access(address=address, secret=secret))
        here = Linked(listening, link, audience_of(Actor(name=Name(name), role=role)))
        for number in (1, 2):
            await here.do(OpenIncident(what=Name("brand"), place=Place(name=Name(f"Markt {number}"))))
            await here.do(InvitePartner(incident=number, partner=Name("ggz")))
        async with link.running():
            await until(lambda: here.is_equal)
            yield here


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The lines of the console's log that are about another board than the server's."""
    lines = [each.message for each in caplog.records if each.name.startswith("console")]
    return [line for line in lines if "the server's" in line]


@pytest.mark.parametrize(("name", "role"), PEOPLE, ids=IDS)
async def test_a_change_left_out_of_every_run_is_noticed_and_mended(
    name: str, role: Role, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The server has every change, the console all but one, and both stand at the last."""
    async with linked(tmp_path, name, role) as here:
        lost = here.room.board.seq + 1
        leave_out(lost, monkeypatch)
        await here.do(JoinLine(incident=1))
        await here.do(JoinLine(incident=2))
        await until(lambda: here.snapshots == 2 and here.is_equal)
        told = [event.change.seq for event in here.events if isinstance(event, Changed)]
        assert (lost in told, lost + 1 in told) == (False, True)
        assert [len(here.board.incidents[number].members) for number in (1, 2)] == [1, 1]
        (line,) = said(caplog)
        assert "link ended: drifted the board at change" in line
        await here.stated(3)
        assert (here.snapshots, len(said(caplog))) == (2, 1)


@pytest.mark.parametrize(("name", "role"), PEOPLE, ids=IDS)
async def test_a_field_that_became_another_one_here_is_noticed_and_mended(
    name: str, role: Role, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing happened on the server, and no change came."""
    async with linked(tmp_path, name, role) as here:
        knowledge = here.link.session.knowledge
        other = evolve(here.board.incidents[1], priority=Priority.P1)
        knowledge.board = evolve(here.board, incidents=here.board.incidents.set(1, other))
        assert not here.is_equal
        await until(lambda: here.snapshots == 2 and here.is_equal)
        assert here.board.incidents[1].priority is not Priority.P1
        assert len(said(caplog)) == 1
        await here.stated(3)
        assert (here.snapshots, len(said(caplog))) == (2, 1)


async def test_a_field_that_was_altered_where_it_lies_is_noticed_too(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The board is the same object, and so is the incident; what it holds is not."""
    async with linked(tmp_path, "anna", Role.CENTRALIST) as here:
        await here.stated(2)
        object.__setattr__(here.board.incidents[1], "what", Name("iets anders"))
        await until(lambda: here.snapshots == 2 and here.is_equal)
        assert len(said(caplog)) == 1


async def test_what_a_new_board_does_not_mend_goes_round_in_no_circle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that reckons otherwise than its consoles: one snapshot, one loud line, and the link stays."""
    right = server.hub.run.Run.digest
    async with linked(tmp_path, "anna", Role.CENTRALIST) as here:
        monkeypatch.setattr(server.hub.run.Run, "digest", lambda run: (right(run) or 0) ^ 1)
        await until(lambda: any(isinstance(event, StillDrifted) for event in here.events))
        dials = here.link.dials
        await here.stated(5)
        assert (here.snapshots, here.link.dials, here.is_equal) == (2, dials, True)
        assert [isinstance(event, StillDrifted) for event in here.events].count(True) == 1
        asked, left = said(caplog)
        assert "link ended: drifted the board at change" in asked
        assert f"at change {here.board.seq} is still not the server's after it was fetched anew" in left
        assert [each.levelno for each in caplog.records if each.message == left] == [logging.ERROR]
