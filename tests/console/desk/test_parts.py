"""What the parts of a desk know of one history is not known in another."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings

from console.desk.desk import Desk
from console.desk.parts import Parts
from console.part.memo import Remembered
from protocol.facts.timeline import LineJoined
from protocol.model.line_kind import LineKind
from protocol.model.text import Name
from protocol.session.events import LinesMoved, LinkState
from protocol.session.knowledge import Knowledge
from protocol.wire.messages import OnLineRow
from tests.console.desk.test_desk_anything import STEPS, answer, bring, press
from tests.console.emergency.test_emergencies import press_button, street
from tests.console.line.test_lines import golden
from tests.console.lined import put_through
from tests.console.rig import Rig, place, point
from tests.console.street import Street, split

OF_THE_PERSON = {
    "Chart": {"atlas", "size", "_viewport"},  # the streets, and the eye on them
    "CommandLine": {"_past", "_placed", "_around"},  # lines of the world; nothing is offered any more
    "Cuts": {"_was_live"},  # of the link
    "Form": {"mark"},  # tells calls apart for the other desks
    "Forms": {"_marks"},
    "Leftovers": {"_aside", "_asked", "_here", "_laid", "_sent"},  # what is shown because it is of another
    "LineTicks": {"_looked_at_s"},
    "MeldingPart": {"shown", "rows"},  # how the screen is laid out
    "Notices": {"now", "_read"},
    "PlacesAtHand": {"known", "_picking"},  # of the site
    "Progress": {"percent", "_from", "_to", "_snapshot"},  # of the link
    "Alarms": {"hush", "counted", "_stillness"},  # of the person, and of the run
    "Hush": {"_until"},
    "Counted": {"rung", "_asked", "_answered"},
    "Stillness": {"_last", "_was_still"},
    "SigningOn": {"duty", "_asked"},  # it signs on by itself once a run
    "Sending": {"_presses"},
}
"""What outlives a history, by class: it says nothing of a melding or a unit."""


def known(thing: Any, seen: frozenset[int] = frozenset()) -> Any:
    """What a part knows, all the way down, as plain values; without what is of the person, and caches."""
    if isinstance(thing, Remembered) or id(thing) in seen:
        return None
    seen |= {id(thing)}
    if isinstance(thing, Mapping):
        return {key: known(value, seen) for key, value in thing.items()}
    if isinstance(thing, list | tuple | set | frozenset) or type(thing).__name__ == "deque":
        return [known(each, seen) for each in thing]
    if type(thing).__module__.startswith("console.") and hasattr(thing, "__dict__"):
        kept = OF_THE_PERSON.get(type(thing).__name__, set())
        return {name: known(value, seen) for name, value in vars(thing).items() if name not in kept}
    return thing


def moved_on(rig: Rig, desk: Desk) -> Parts:
    """Another server stands at the address, with nothing on its board."""
    rig.state(LinkState.CONNECTING)
    rig.history += "'"
    rig.session.knowledge = Knowledge()
    rig.welcome(snapshot=True)
    rig.session.knowledge.complete = True
    rig.state(LinkState.LIVE)
    return desk.parts


def fresh() -> Parts:
    """Of a desk that has known nothing else, in the field in which who types goes on."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    return moved_on(rig, desk)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_was_done_in_one_history_nothing_of_it_is_known_in_another(
    steps: list[tuple[str, str]],
) -> None:
    """No alarm, no answer, no line, no list, no question that is still open."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(1, "inbraak", place("Markt 1", 0, 0))
    desk = rig.desk()
    rig.welcome()
    rig.move((1, point(10)), (2, point(400)))
    for kind, what in steps:
        if kind == "key":
            press(desk, what)
        elif what == "ranked":
            answer(desk, rig)
        else:
            bring(rig, what)
            desk.second()
    assert known(moved_on(rig, desk)) == known(fresh())
    assert not rig.store.fixes
    assert (desk.stand.incident, desk.stand.unit, desk.stand.entry) == (None, None, None)


def test_an_emergency_of_one_history_is_answered_in_that_alone() -> None:
    """The same unit in the same incident of the next asks again; no floor is wanted there."""
    rig = street()
    desk = rig.desk()
    number = press_button(rig)
    rig.later(2)
    desk.press("ctrl+g", None)
    rig.happen(LineJoined(incident=number), by="anna")
    row = OnLineRow(incident=number, line=LineKind.OPEN, name=Name("12.05"), delivered=1, read=1)
    rig.take(LinesMoved(rows=(row,)))
    desk.parts.line_ticks.want((number, LineKind.OPEN))
    assert desk.parts.line_ticks.due(desk.context(), [], 1.0)
    desk.perform(desk.catalog.by_id["close"])
    assert desk.parts.melding.guarding == number
    assert known(moved_on(rig, desk)) == known(fresh())
    rig.sign_on("12.05", "anna")
    assert press_button(rig) == number
    assert desk.parts.emergencies.asks(desk.context())
    assert desk.parts.line_ticks.due(desk.context(), [], 3.0) == []


def test_a_unit_is_in_another_history_on_nothing() -> None:
    """It looked at the line of its pair there, and away from an emergency; it does not sign on by itself."""
    rig, desk = split()
    desk.press("tab", None)
    desk.parts.own.toward = 1
    other = Street()
    unused = other.come_in()
    assert known(moved_on(rig, desk).own) == known(moved_on(other, unused).own)
    assert (rig.wishes, desk.stand.field) == ([], None)


def test_a_question_of_one_history_is_not_answered_in_another() -> None:
    """The golden hour asked whether one was sure; Enter, pressed a moment too late, sends nothing."""
    rig = put_through()
    desk = golden(rig)
    moved_on(rig, desk)
    desk.press("enter", None)
    assert rig.wishes == []
