"""How many keys the things of a shift take beside the text, counted by pressing them."""

import pytest
from attrs import frozen

from console.desk.desk import Desk
from protocol.commands.command import Command
from protocol.commands.contact import OpenContact, TellMelder
from protocol.commands.dispatch import ExplainChoice
from protocol.commands.incidents import ChangePriority, OpenIncident
from protocol.commands.intake import SendDescription
from protocol.commands.promises import MakePromise
from protocol.commands.scale import AskColleagues
from protocol.commands.timeline import AddEntry, JoinLine, Speak, Whisper
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.facts.contact import ContactOpened, SteppedIn
from protocol.facts.units import UnitAssigned
from protocol.model.text import Name
from protocol.wire.messages import Done
from tests.console.desk.test_new_calls import answered
from tests.console.ranked import ranked
from tests.console.rig import Rig, place, type_keys


@frozen
class Thing:
    """One thing of a shift: what is pressed, `_` standing for text of any length, and what it must send."""

    name: str
    keys: tuple[str, ...]
    sends: type[Command] | None

    @property
    def count(self) -> int:
        """Keys beside the text."""
        return sum(key != "_" for key in self.keys)


THINGS = (
    Thing("write in the log", ("_", "enter"), AddEntry),
    Thing("say on the line", ("f5", "_", "enter"), Speak),
    Thing("whisper", ("f5", "f5", "_", "enter"), Whisper),
    Thing("tell the caller", ("f9", "_", "enter"), TellMelder),
    Thing("send the nearest", ("space", "1"), AssignUnit),
    Thing("send another of the list", ("f10", "2"), AssignUnit),
    Thing("ask colleagues", ("space", "2"), AskColleagues),
    Thing("put through", ("space", "3"), OpenContact),
    Thing("promise", ("space", "5", "_", "enter"), MakePromise),
    Thing("send a description", ("space", "7", "_", "enter"), SendDescription),
    Thing("raise the priority", (".", "p", "1", "enter"), ChangePriority),
    Thing("join the line", (".", "i", "enter"), JoinLine),
    Thing("go to a melding", ("2", "enter"), None),
    Thing("see what is missing", ("f7",), None),
    Thing("see the card", ("f8",), None),
    Thing("search the board", ("/", "_"), None),
    Thing("a new call", ("f6", "_", "enter"), OpenIncident),
    Thing("the most urgent", ("ctrl+down",), None),
    Thing("take back", ("ctrl+z",), None),
)
TEXTS = {MakePromise: "20m wij bellen", OpenIncident: "brand @ Kade 3"}


def _at_work(thing: Thing) -> tuple[Rig, Desk]:
    """Two meldingen; a unit on the first, and its caller through, where the thing needs that."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(1, where=place("Markt 1", 0, 0))
    rig.open(2, where=place("Kade 3", 100, 0))
    if thing.sends not in (AssignUnit,):
        rig.happen(UnitAssigned(unit=1, incident=1))
    if thing.sends is TellMelder:
        rig.happen(ContactOpened(incident=1, unit=Name("12.03")), by="anna")
        rig.happen(SteppedIn(incident=1), by="anna")
    desk = rig.desk()
    rig.welcome()
    desk.parts.dispatch.recommending.asking(desk.context(), 1)
    desk.parts.dispatch.recommending.came(desk.context(), 1, ranked(1, rig.board.units))
    rig.later(2)
    return rig, desk


def press_all(rig: Rig, desk: Desk, keys: tuple[str, ...], text: str) -> None:
    """One after the other, calmly: a lit digit has its time."""
    for key in keys:
        if key == "_":
            type_keys(desk, text)
        elif len(key) == 1 or key == "space":
            type_keys(desk, " " if key == "space" else key)
        else:
            desk.press(key, None)
        if (lit := desk.parts.row.lit) is not None:
            desk.light_over(lit)


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.name)
def test_each_thing_is_done_by_its_keys(thing: Thing) -> None:
    """And by nothing less."""
    rig, desk = _at_work(thing)
    text = "woorden" if thing.sends is None else TEXTS.get(thing.sends, "woorden")
    press_all(rig, desk, thing.keys, text)
    if thing.sends is None:
        assert rig.wishes == []
    else:
        assert [type(wish) for wish in rig.wishes] == [thing.sends]


def test_the_nineteen_things_take_at_most_forty_five_keys() -> None:
    """Beside the text."""
    assert len(THINGS) == 19
    assert sum(thing.count for thing in THINGS) <= 45


def test_open_send_and_put_through_take_six_keys() -> None:
    """F6, Enter, Space 1, Space 3: the deeds of a call under the form are one Space away."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    desk = rig.desk()
    rig.welcome()
    desk.press("f6", None)
    type_keys(desk, "brand @ Kade 3")
    desk.press("enter", None)
    rig.open(1, "brand", place("Kade 3", 0, 0))
    answered(rig, Done(id=1, seq=2, number=1))
    desk.select(1)
    desk.parts.dispatch.recommending.asking(desk.context(), 1)
    desk.parts.dispatch.recommending.came(desk.context(), 1, ranked(1, rig.board.units))
    rig.later(2)
    type_keys(desk, " 1 3")
    desk.press("enter", None)
    assert [type(wish) for wish in rig.wishes] == [AssignUnit, OpenContact]
    assert SetUnitStatus not in map(type, rig.wishes)
    assert ExplainChoice not in map(type, rig.wishes)
