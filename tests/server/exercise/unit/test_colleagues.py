"""Cards, gaps, and colleagues who come along by their own decision."""

from protocol.commands.incidents import OpenIncident
from protocol.commands.scale import AskColleagues, ComeAlong
from protocol.commands.units import AssignUnit
from protocol.facts.scale import WhoNoted
from protocol.facts.timeline import CardPushed, CardTaken
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name
from server.exercise.setting.setting import INFO
from tests.server.exercise.rig import Stage, facts


def test_cards_come_from_the_information_desk_and_somebody_has_them(hour: Stage) -> None:
    """Into the line, and taken by a unit."""
    assert {by for by, _ in facts(hour, CardPushed)} == {INFO}
    assert facts(hour, CardTaken)


def test_gaps_are_written_down_now_and_then(hour: Stage) -> None:
    """Most meldingen have none."""
    rows = {fact.incident for _, fact in facts(hour, WhoNoted) if isinstance(fact, WhoNoted)}
    assert 0 < len(rows) < hour.board.last_incident / 2


def test_whom_the_visitor_asks_to_come_comes() -> None:
    """A second colleague joins a melding of the visitor's, by their own decision."""
    stage = Stage(5)
    stage.run(60)
    place = Place(name=Name("Boterplein"))
    number = stage.visitor(OpenIncident(what=Name("Kat in de boom"), place=place, priority=Priority.P3))
    first = next(unit for unit in stage.board.units.values() if unit.can_be_called)
    stage.visitor(AssignUnit(incident=number, unit=first.id))
    stage.visitor(AskColleagues(incident=number))
    while not (came := [deed for deed in stage.run(1) if isinstance(deed.command, ComeAlong)]):
        assert stage.now_s < 120
    (deed,) = came
    assert isinstance(deed.command, ComeAlong)
    assert deed.by == stage.board.units[deed.command.unit].call_sign
    assert stage.board.incidents[number].units == (first.id, deed.command.unit)
