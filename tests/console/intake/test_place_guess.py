"""A melding whose place has no point: said aloud, and mended by one key."""

from console.desk.desk import Desk
from console.grammar.places import KnownPlace
from console.intake.place_guess import guess_line, unplaced
from protocol.commands.incidents import ChangePlace
from protocol.model.place import Place
from protocol.model.text import Name
from tests.console.rig import Rig, point

KADE = KnownPlace(name="Lange Kade", kind="street", point=point(300))
LOST = Place(name=Name("Lnage kade"))
MAP = b"m" * 16


def at(rig: Rig, known: bool = True) -> Desk:
    """A desk on melding 1, whose place is not on the map."""
    rig.open(1, where=LOST)
    desk = rig.desk()
    desk.select(1)
    hand = desk.parts.intake.hand
    if known:
        hand.known = hand.known.having(LOST.name, (KADE,))
    return desk


def test_the_words_of_the_place_are_asked_about() -> None:
    """Only in a world with a map, and not while somebody types."""
    rig = Rig()
    rig.welcome(map=MAP)
    desk = at(rig)
    assert desk.parts.intake.hand.words(desk.context()) == "lnage kade"
    bare = Rig()
    bare.welcome()
    desk = at(bare)
    assert desk.parts.intake.hand.words(desk.context()) is None
    assert unplaced(desk.context()) is None


def test_the_best_guess_is_one_key_away() -> None:
    """The row says the key and the place, and the key takes it, with its point."""
    rig = Rig()
    rig.welcome(map=MAP)
    desk = at(rig)
    line = guess_line(desk.parts.intake.hand.known, desk.context())
    assert ("Lange Kade" in line.text, "ctrl" in line.text.casefold()) == (True, True)
    desk.perform_id("pin-place")
    assert rig.wishes == [ChangePlace(incident=1, place=Place(name=Name("Lange Kade"), point=KADE.point))]


def test_without_a_guess_it_is_said_all_the_same() -> None:
    """Nobody takes silence for a place that is known."""
    rig = Rig()
    rig.welcome(map=MAP)
    desk = at(rig, known=False)
    assert LOST.name in guess_line(desk.parts.intake.hand.known, desk.context()).text
