"""Links drawn at random: slow, cut, resumed, deaf to half of it, over restarts, while the world goes on.

Whatever happens on the way: every console's board is the server's at that number, and agrees with every
digest that is stated; nothing comes out of order, every answer after its facts and once, save to what was
wished in another history; and when all has flowed everybody knows everything.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

import protocol.session.timing
import protocol.wire.deltas
import server.gateway.arrival
import server.hub.pacing
import server.hub.run
import server.hub.signs_of_life
from protocol.commands.command import Command
from protocol.commands.contact import (
    CloseContact,
    Listen,
    MakeLink,
    OpenContact,
    SayAsMelder,
    StepIn,
    TellMelder,
)
from protocol.commands.incidents import CloseIncident
from protocol.commands.intake import SendDescription
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.timeline import (
    AddEntry,
    DismissPartner,
    InvitePartner,
    JoinLine,
    JoinLines,
    LeaveLine,
    PartLines,
    PushCard,
    Speak,
    StrikeEntry,
    Whisper,
)
from protocol.commands.units import AssignUnit, ReleaseUnit, SignOffUnit, SignOnUnit
from protocol.model.entry import CardKind
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.point import from_grid
from protocol.model.role import Role
from protocol.model.text import Name, Text
from tests.server.consoles import NOW, Console, Town
from tests.server.make import opening

NAMES = st.sampled_from(["noord", "zuid", "een lange naam die telkens terugkomt", "west"])
INCIDENTS = st.integers(1, 3)
UNITS = st.integers(1, 3)
WORDS = NAMES.map(Text)
PARTNER = Name("ggz")
PEOPLE = (
    *(("anna", Role.CENTRALIST), ("12.01", Role.UNIT), ("ggz", Role.PARTNER)),
    *(("12.02", Role.UNIT), ("ben", Role.OPCO)),
)
WISHES: st.SearchStrategy[Command] = st.one_of(
    NAMES.map(opening),
    st.builds(AddEntry, incident=INCIDENTS, text=WORDS),
    st.builds(StrikeEntry, incident=INCIDENTS, entry=st.integers(1, 4)),
    st.builds(JoinLine, incident=INCIDENTS),
    st.builds(LeaveLine, incident=INCIDENTS),
    st.builds(Speak, incident=INCIDENTS, text=WORDS),
    st.builds(Whisper, incident=INCIDENTS, text=WORDS),
    st.builds(PushCard, incident=INCIDENTS, card=st.sampled_from(CardKind), text=WORDS),
    st.builds(SendDescription, incident=INCIDENTS, text=WORDS),
    st.builds(JoinLines, incident=INCIDENTS, other=INCIDENTS),
    st.builds(PartLines, incident=INCIDENTS),
    st.builds(InvitePartner, incident=INCIDENTS, partner=st.just(PARTNER)),
    st.builds(DismissPartner, incident=INCIDENTS, partner=st.just(PARTNER)),
    st.builds(AssignUnit, incident=INCIDENTS, unit=UNITS),
    st.builds(ReleaseUnit, unit=UNITS),
    st.builds(OpenContact, incident=INCIDENTS, unit=UNITS),
    st.builds(CloseContact, incident=INCIDENTS),
    st.builds(Listen, incident=INCIDENTS),
    st.builds(StepIn, incident=INCIDENTS),
    st.builds(TellMelder, incident=INCIDENTS, text=WORDS),
    st.builds(MakeLink, incident=INCIDENTS),
    st.builds(CloseIncident, incident=INCIDENTS, reason=WORDS, emergency=st.just(True)),
    st.builds(RaiseEmergency, unit=UNITS, nearby=st.just((1, 2))),
    st.builds(SignOnUnit, call_sign=st.sampled_from(["12.01", "12.02", "M7"]).map(Name)),
    st.builds(SignOffUnit, unit=UNITS),
)
PLACE = st.integers(0, 100)


class Links(RuleBasedStateMachine):
    """A town whose memory is short, so that everything that is rare elsewhere happens here."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(server.hub.run, "RECENT_CHANGES", 12)
        self.patch.setattr(server.gateway.arrival, "MOST_RESUMED", 60)
        self.patch.setattr(protocol.wire.deltas, "MIN_GENERATION", 5)
        self.patch.setattr(protocol.session.timing, "ACK_EVERY_BYTES", 100)
        self.patch.setattr(server.hub.signs_of_life, "STATE_EVERY_S", 0.0)
        for name, size in (("FIRST_WINDOW", 150), ("LEAST_WINDOW", 150), ("OVERDRAFT", 50)):
            self.patch.setattr(server.hub.pacing, f"{name}_BYTES", size)
        self.loop = asyncio.new_event_loop()
        self.town = Town()
        self.consoles: list[Console] = []
        self.wished: dict[str, list[int]] = {}
        self._await(self.town.do(opening()))
        for call_sign in ("12.01", "12.02"):
            self._await(self.town.do(SignOnUnit(call_sign=Name(call_sign))))
        self.somebody_comes_in()
        self.somebody_comes_in()

    def _await(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    def _one(self, data: st.DataObject) -> Console:
        return data.draw(st.sampled_from(self.consoles), label="console")

    @rule(wishes=st.lists(WISHES, min_size=1, max_size=8))
    def the_world_goes_on(self, wishes: list[Command]) -> None:
        """Things happen in the town."""
        for wish in wishes:
            self._await(self.town.do(wish))

    @rule(count=st.integers(3, 20), what=NAMES)
    def much_happens(self, count: int, what: str) -> None:
        """More, perhaps, than the server has at hand for those who lag."""
        for _ in range(count):
            self._await(self.town.do(AddEntry(incident=1, text=Text(what))))

    @rule()
    def somebody_comes_in(self) -> None:
        """With nothing in hand."""
        if len(self.consoles) < len(PEOPLE):
            name, role = PEOPLE[len(self.consoles)]
            console = Console(self.town, name, role)
            self.consoles.append(console)
            self.wished[console.name] = []
            self._await(console.dial())

    @rule(incident=INCIDENTS, words=WORDS)
    def the_melder_types(self, incident: int, words: Text) -> None:
        """On the page behind the link, if there is one."""
        wish = SayAsMelder(incident=incident, text=words)
        self._await(self.town.do(wish, name="melder", role=Role.MELDER))

    @precondition(lambda self: self.consoles)
    @rule(data=st.data(), most=st.integers(1, 12))
    def a_link_flows(self, data: st.DataObject, most: int) -> None:
        """A little, so that it falls behind, or all of it."""
        self._await(self._one(data).flow(most if most < 12 else 1_000))

    @precondition(lambda self: self.consoles)
    @rule(data=st.data())
    def a_link_is_cut(self, data: st.DataObject) -> None:
        """What was under way on it is lost."""
        self._one(data).hang_up()

    @precondition(lambda self: self.consoles)
    @rule(data=st.data())
    def somebody_dials_again(self, data: st.DataObject) -> None:
        """And resumes; perhaps the old link was still open."""
        self._await(self._one(data).dial())

    @precondition(lambda self: self.consoles)
    @rule(data=st.data(), wish=WISHES)
    def somebody_wishes(self, data: st.DataObject, wish: Command) -> None:
        """With a link or without."""
        console = self._one(data)
        self.wished[console.name].append(self._await(console.wish(wish)))

    @rule(places=st.lists(st.tuples(st.integers(1, 3), PLACE, PLACE), max_size=4), pause_s=st.floats(0, 3))
    def units_move(self, places: list[tuple[int, int, int]], pause_s: float) -> None:
        """And are told at the next tick."""
        self.town.now_s += pause_s
        self.town.hub.moved(
            Fix(unit=unit, point=from_grid(5_192_000 + lat, 449_000 + lon), at=NOW)
            for unit, lat, lon in places
        )
        self._tick()

    def _tick(self) -> None:
        for console in self.consoles:
            if console.peer is not None:
                console.peer.heard_at_s = self.town.now_s
        self.town.hub.forget_units(self.town.room.board.units)
        self.town.hub.tick(to_ms(NOW))

    @rule(another_history=st.booleans())
    def the_server_restarts(self, another_history: bool) -> None:
        """On its journal; once in a while on one that nobody knows."""
        for console in self.consoles:
            console.hang_up()
        if another_history:
            self.town.history += "'"
        self._await(self.town.restart())

    def teardown(self) -> None:
        """Everybody comes back, everything flows: then all know all."""
        try:
            self._await(asyncio.wait_for(self._come_to_rest(), 30))
        finally:
            self.loop.close()
            self.patch.undo()

    async def _come_to_rest(self) -> None:
        quiet = rounds = 0
        while quiet < 3:
            rounds += 1
            assert rounds < 300, "frames without end"
            self.town.now_s += 1.0
            for console in self.consoles:
                if console.peer is None:
                    await console.dial()
            self._tick()
            flowed = [await console.flow() + await console.beat() for console in self.consoles]
            quiet = quiet + 1 if sum(flowed) == 0 else 0
        fixes = {unit: fix.point for unit, fix in self.town.hub.fix_by_unit.items()}
        for console in self.consoles:
            console.has_all()
            outbox = console.session.outbox
            withheld = [wish.id for wish in outbox.withheld]
            assert all(wish.origin != outbox.here for wish in outbox.withheld)
            assert sorted([*console.answered, *withheld]) == sorted(self.wished[console.name])
            known = {unit: fix.point for unit, fix in console.fix_by_unit.items() if unit in fixes}
            assert known == ({} if console.role is Role.PARTNER else fixes)
            assert console.peer is not None
            assert not console.peer.replies


TestLinks = Links.TestCase
