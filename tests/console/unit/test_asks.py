"""What asks something of a unit, and what presses most."""

from console.unit.asks import cards_to_take, near
from protocol.facts.contact import MelderTold
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.timeline import CardPushed, CardTaken, EntryStruck
from protocol.model.entry import CardKind
from protocol.model.text import Name, Text
from tests.console.emergency.test_emergencies import press_button
from tests.console.rig import place
from tests.console.shown import keys_view
from tests.console.street import free, put_through, sent


def test_a_colleague_who_asks_is_seen_from_ones_own_melding() -> None:
    """Who, where, how far, and the key."""
    rig, desk = sent()
    rig.happen(ColleaguesAsked(incident=1, text=Text("op de hoek")), by="12.09")
    ask = keys_view(desk).asks[0]
    assert (ask.key, ask.words) == ("Spatie 1", "ik kom: 12.09 vraagt collega's bij 1, 200m: op de hoek")


def test_who_asks_stands_first_then_by_urgency_and_distance() -> None:
    """A colleague in need before all."""
    rig, desk = free()
    rig.open(3, "brand", place("Kade 9", 2_000, 0))
    rig.open(4, "brand", place("Kade 8", 900, 0))
    number = press_button(rig, unit=2)
    assert [each.number for each in near(desk.context())] == [number, 2, 1, 4, 3]


def test_a_colleague_who_asks_far_away_waits_with_the_others() -> None:
    """Outside the site's distance urgency decides."""
    rig, desk = free()
    rig.open(3, "brand", place("Ver weg", 9_000, 0), priority=3)
    rig.happen(ColleaguesAsked(incident=3, text=Text("")), by="12.09")
    assert [each.number for each in near(desk.context())] == [2, 1, 3]


def test_ones_own_question_asks_nothing_of_oneself() -> None:
    """Nor does what one is on."""
    rig, desk = sent()
    rig.happen(ColleaguesAsked(incident=2, text=Text("")), by="anna")
    assert [each.number for each in near(desk.context())] == [1]


def test_a_card_that_one_has_asks_no_more() -> None:
    """Nor does one's own, nor a struck one."""
    rig, _ = sent()
    for by in ("info", "info", "anna"):
        rig.happen(CardPushed(incident=2, card=CardKind.WARNING, text=Text("mes")), by=by)
    rig.happen(CardTaken(incident=2, entry=2), by="anna")
    rig.happen(EntryStruck(incident=2, entry=3), by="info")
    assert cards_to_take(rig.board.incidents[2], Name("anna")) == ()


def test_the_melder_is_heard_from_the_colleagues_line() -> None:
    """What nobody answered yet stands behind the key that leads there; an answer ends it."""
    rig, desk = put_through()
    ask = next(each for each in keys_view(desk).asks if each.key == "F9")
    assert ask.words == "melder: „ik zit op zolder”"
    rig.happen(MelderTold(incident=2, text=Text("blijf daar")), by="anna")
    ask = next(each for each in keys_view(desk).asks if each.key == "F9")
    assert ask.words == "naar de melder"
