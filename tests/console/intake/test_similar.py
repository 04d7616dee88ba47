"""Which meldingen could be the one that somebody is calling about."""

from console.intake.similar import Caller, caller_of, nearby
from protocol.facts.incidents import IncidentClosed
from protocol.facts.intake import IntakeDescribed
from protocol.model.melder import Melder
from protocol.model.text import Name, Text
from tests.console.rig import Rig, place, point


def town() -> Rig:
    """Three meldingen, one of them with a melder."""
    rig = Rig()
    rig.open(1, "inbraak woning", place("Havenkade 3", 0, 0))
    rig.open(2, "geluidsoverlast", place("Markt 1", 900, 0))
    rig.open(3, "vechtpartij", place("Stationsplein", 0, 2_000))
    rig.happen(IntakeDescribed(incident=3, melder=Melder(number=Name("06-12345678"))))
    return rig


def found(rig: Rig, caller: Caller) -> list[int]:
    """Their numbers, likeliest first."""
    return [near.incident.number for near in nearby(rig.board, caller, rig.now)]


def test_nothing_typed_nothing_found() -> None:
    """An empty form accuses no melding of being the same."""
    assert found(town(), caller_of("")) == []


def test_words_of_the_place_in_common() -> None:
    """Another house number in the same street is nearby; the last word may still be growing."""
    assert found(town(), caller_of("1 overval @ havenkade 9")) == [1]
    assert found(town(), caller_of("1 overval @ stations")) == [3]


def test_a_point_within_a_few_hundred_metres() -> None:
    """Whatever the street is called."""
    assert found(town(), Caller(point=point(800, 0))) == [2]


def test_the_same_number() -> None:
    """However it is written."""
    assert found(town(), Caller(number="+31612345678")) == [3]


def test_the_same_kind_only_just_now_and_not_far() -> None:
    """A kind says something for an hour, and not across the town."""
    rig = town()
    assert found(rig, caller_of("inbraak")) == [1]
    assert found(rig, Caller(what="inbraak", point=point(5_000, 5_000))) == []
    rig.later(3_601)
    assert found(rig, caller_of("inbraak")) == []


def test_a_closed_melding_counts_for_a_day() -> None:
    """It may be about what was closed too early; not about last week."""
    rig = town()
    rig.happen(IncidentClosed(incident=1, reason=Text("loos")))
    assert found(rig, caller_of("overval @ havenkade")) == [1]
    rig.later(25 * 3_600)
    assert found(rig, caller_of("overval @ havenkade")) == []


def test_the_likeliest_first() -> None:
    """Number before place before kind; then the newest."""
    rig = town()
    rig.open(4, "inbraak schuur", place("Havenkade 3"))
    rig.open(5, "inbraak", place("Elders 1"))
    assert found(rig, caller_of("inbraak @ havenkade", number="0612345678")) == [3, 4, 1, 5]
