"""The wishes about an incident as a whole, from the values of a line."""

from typing import Any

from console.actions.catalog import CATALOG
from console.grammar.classifications import Classification
from protocol.commands.command import Command
from protocol.commands.incidents import ChangePlace, CloseIncident, OpenIncident
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from tests.console.grammar.make import BOARD

MARKT = Place(name=Name("Markt 5"))
BURGLARY = Classification(code=Name("INB"), name="Inbraak", last="Inbraak", priority=Priority.P1)


def built(id: str, **values: Any) -> tuple[Command, ...]:
    """What the action sends."""
    build = CATALOG.by_id[id].build
    assert build is not None
    return build({name.replace("_", "-"): value for name, value in values.items()}, BOARD)


def opened(**values: Any) -> OpenIncident:
    """The melding that is opened."""
    (command,) = built("open", what=Name("inbraak"), place=MARKT, **values)
    assert isinstance(command, OpenIncident)
    return command


def test_a_melding_has_the_priority_of_its_class_unless_one_is_said() -> None:
    """The second where neither says one."""
    assert opened().priority is Priority.P2
    assert opened(**{"class": BURGLARY}).priority is Priority.P1
    said = opened(**{"class": BURGLARY}, priority=Priority.P4)
    assert (said.priority, said.code) == (Priority.P4, "INB")


def test_a_place_loses_its_point_only_where_that_is_said() -> None:
    """Another name alone does not wipe it."""
    for said, wiped in (({}, False), ({"without_point": True}, True)):
        assert built("place", incident=417, place=MARKT, **said) == (
            ChangePlace(incident=417, place=MARKT, without_point=wiped),
        )


def test_an_incident_is_closed_in_an_emergency_only_by_saying_so() -> None:
    """What is missing holds it otherwise."""
    for said, emergency in (({}, False), ({"emergency": True}, True)):
        assert built("close", incident=417, reason=Text("klaar"), **said) == (
            CloseIncident(incident=417, reason=Text("klaar"), emergency=emergency),
        )


def test_completion_offers_to_reopen_what_is_closed_and_to_close_what_is_open() -> None:
    """It refuses nothing; it only leads the hand."""
    for id, wanted in (("reopen", False), ("close", True)):
        (arg,) = [each for each in CATALOG.by_id[id].args if each.name == "incident"]
        assert {arg.offer(BOARD.incidents[400]), arg.offer(BOARD.incidents[417])} == {False, True}
        assert arg.offer(BOARD.incidents[417]) is wanted
