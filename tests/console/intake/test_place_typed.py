"""The place under the hand: in the form Tab goes through what is like it, elsewhere completion does."""

import pytest

from console.desk.desk import Desk
from console.grammar.places import KnownPlace
from console.intake.form import LINE
from protocol.commands.incidents import ChangePlace, OpenIncident
from protocol.model.point import Point
from tests.console.rig import CENTRE, Rig, place, point, type_keys
from tests.console.shown import form_view, notice_view

KADE = KnownPlace(name="Lange Kade", kind="street", point=point(300))
KADE_5 = KnownPlace(name="Lange Kade 5", kind="house", point=point(350))


@pytest.fixture
def rig() -> Rig:
    """Somebody at a desk."""
    rig = Rig()
    rig.welcome()
    return rig


def at(rig: Rig, *keys: str, text: str) -> Desk:
    """A desk where this was typed behind these keys, and the answer for `lange` has come."""
    desk = rig.desk()
    desk.parts.intake.hand.known = desk.parts.intake.hand.known.having("lange", (KADE, KADE_5))
    for key in keys:
        desk.press(key, None)
    type_keys(desk, text)
    return desk


def line(desk: Desk) -> str:
    """The form's first line."""
    return desk.parts.intake.forms.now.edit(LINE).text


def test_tab_goes_through_the_candidates_and_then_on(rig: Rig) -> None:
    """Each stands in the line in its turn; behind the last the key goes to the next field again."""
    desk = at(rig, "f6", text="1 brand @ lange")
    assert [each.name for each in desk.parts.intake.hand.candidates(desk.context())] == [
        "Lange Kade",
        "Lange Kade 5",
    ]
    desk.press("tab", None)
    assert (line(desk), desk.parts.intake.hand.chosen(desk.context())) == ("1 brand @ Lange Kade", 0)
    desk.press("down", None)
    assert (line(desk), desk.parts.intake.hand.chosen(desk.context())) == ("1 brand @ Lange Kade 5", 1)
    desk.press("tab", None)
    assert (line(desk), desk.parts.intake.forms.now.at) == ("1 brand @ Lange Kade 5", "source")


def test_what_was_typed_comes_back(rig: Rig) -> None:
    """Before the first candidate, and with escape; the form stays open."""
    desk = at(rig, "f6", text="1 brand @ lange")
    for away in ("up", "escape", "shift+tab"):
        desk.press("tab", None)
        assert line(desk) == "1 brand @ Lange Kade"
        desk.press(away, None)
        assert (line(desk), desk.parts.intake.hand.chosen(desk.context())) == ("1 brand @ lange", None)
    assert desk.parts.intake.forms.now.at == LINE
    desk.press("escape", None)
    assert desk.stand.field is None


def test_a_picked_place_goes_out_with_its_point(rig: Rig) -> None:
    """Also with a story typed behind it; Enter takes what stands there."""
    desk = at(rig, "f6", text="1 brand @ lange")
    desk.press("tab", None)
    type_keys(desk, " -- rook")
    assert desk.parts.intake.hand.candidates(desk.context()) == ()
    desk.press("enter", None)
    [opened] = rig.wishes
    assert isinstance(opened, OpenIncident)
    assert (opened.place.name, opened.place.point, opened.story) == ("Lange Kade", KADE.point, "rook")


def test_other_words_go_out_as_typed(rig: Rig) -> None:
    """Nobody is made to choose."""
    desk = at(rig, "f6", text="1 brand @ langestraat achter")
    desk.press("enter", None)
    [opened] = rig.wishes
    assert isinstance(opened, OpenIncident)
    assert (opened.place.name, opened.place.point) == ("langestraat achter", None)


def test_the_command_line_completes_places_like_other_words(rig: Rig) -> None:
    """They stand below while one types; Tab puts in what they share, then one after the other."""
    rig.open(7, where=place("Markt", 0))
    desk = at(rig, "ctrl+o", text="plaats 7 lange")
    assert notice_view(desk, 80).choices == ("Lange Kade", "Lange Kade 5")
    desk.press("tab", None)
    assert desk.parts.line.edit.text == "plaats 7 Lange Kade"
    desk.press("tab", None)
    desk.press("tab", None)
    assert (desk.parts.line.edit.text, notice_view(desk, 80).chosen) == ("plaats 7 Lange Kade 5", 1)
    desk.press("enter", None)
    [changed] = rig.wishes
    assert isinstance(changed, ChangePlace)
    assert changed.place.point == KADE_5.point


def test_nothing_is_asked_while_somebody_goes_through_an_answer(rig: Rig) -> None:
    """What is picked is no new question."""
    desk = at(rig, "f6", text="1 brand @ lange")
    assert desk.parts.intake.hand.words(desk.context()) == "lange"
    desk.press("tab", None)
    assert desk.parts.intake.hand.words(desk.context()) is None
    desk = at(rig, "ctrl+o", text="plaats 7 lange")
    desk.press("tab", None)
    desk.press("tab", None)
    assert desk.parts.intake.hand.words(desk.context()) is None


def test_nothing_is_a_place_elsewhere(rig: Rig) -> None:
    """Not on the board, not in another field of the form, not once the melding is out."""
    desk = at(rig, text="")
    assert desk.parts.intake.hand.typed(desk.context()) is None
    desk = at(rig, "f6", "tab", text="lange")
    assert desk.parts.intake.hand.typed(desk.context()) is None
    desk = at(rig, "f6", text="1 brand @ lange")
    desk.press("enter", None)
    assert desk.parts.intake.hand.typed(desk.context()) is None


def test_one_looks_around_what_is_selected(rig: Rig) -> None:
    """The melding, else the middle of the map, else nowhere."""
    desk = at(rig, text="")
    assert desk.parts.intake.hand.near(desk.context()) is None
    desk.parts.chart.look([CENTRE], None, width=20, height=10)
    middle = desk.parts.intake.hand.near(desk.context())
    assert isinstance(middle, Point)
    rig.open(7, where=place("Markt", 1000))
    desk.select(7)
    assert desk.parts.intake.hand.near(desk.context()) == point(1000)


def test_the_form_shows_name_kind_and_distance(rig: Rig) -> None:
    """Below its first line, and which of them stands in it."""
    rig.open(7, where=place("Markt", 0))
    desk = at(rig, "f6", text="1 brand @ lange")
    desk.select(7)
    desk.press("tab", None)
    view = form_view(desk)
    assert [(each.name, each.kind) for each in view.places] == [
        ("Lange Kade", "straat"),
        ("Lange Kade 5", "huisnummer"),
    ]
    assert view.places[0].distance_m == pytest.approx(300, abs=3)
    assert view.place_picked == 0
