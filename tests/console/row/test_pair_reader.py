"""The other half of a split pair reads the row: what goes to it, what stays under the hand."""

import pytest

from console.desk.desk import Desk
from console.part.reader import Reader
from protocol.commands.pairs import SpeakToPair
from protocol.commands.timeline import Speak
from protocol.facts.pairs import PairJoined
from protocol.facts.units import UnitAssigned
from protocol.model.text import Text
from tests.console.rig import type_keys
from tests.console.street import Street, split


@pytest.fixture
def pair() -> tuple[Street, Desk]:
    """Anna and her other half, on nothing."""
    return split()


def test_what_was_typed_goes_to_the_other_half_without_blanks_around_it(pair: tuple[Street, Desk]) -> None:
    """Enter sends, and the row is empty for the next words."""
    rig, desk = pair
    type_keys(desk, "achterom ")
    desk.press("enter", None)
    assert rig.wishes == [SpeakToPair(unit=1, text=Text("achterom"))]
    assert (desk.context().reader, desk.parts.row.edit(desk.context()).text) == (Reader.PAIR, "")


def test_enter_with_nothing_to_say_sends_nothing(pair: tuple[Street, Desk]) -> None:
    """Blanks alone are nothing to say."""
    rig, desk = pair
    desk.paste("  ")
    desk.press("enter", None)
    assert rig.wishes == []


def test_what_was_typed_for_the_other_half_goes_nowhere_by_itself(pair: tuple[Street, Desk]) -> None:
    """Sent to a melding while one types: the words stay under the hand until it is said who reads them."""
    rig, desk = pair
    type_keys(desk, "wacht")
    rig.open(7)
    rig.happen(UnitAssigned(unit=1, incident=7))
    before = desk.context()
    assert (before.reader, desk.parts.row.edit(before).text) == (Reader.PAIR, "wacht")
    desk.press("enter", None)
    assert SpeakToPair(unit=1, text=Text("wacht")) in rig.wishes
    assert not any(isinstance(wish, Speak) for wish in rig.wishes)


def test_a_pair_that_is_whole_again_reads_nothing(pair: tuple[Street, Desk]) -> None:
    """The words stay; Enter says why they do not go."""
    rig, desk = pair
    type_keys(desk, "wacht")
    rig.happen(PairJoined(unit=1), by="anna")
    desk.press("enter", None)
    assert (rig.wishes, desk.parts.row.edit(desk.context()).text) == ([], "wacht")
    assert desk.parts.notices.now.text


def test_words_that_cannot_be_sent_stay_under_the_hand(pair: tuple[Street, Desk]) -> None:
    """The reason is said; nothing goes and nothing is lost."""
    rig, desk = pair
    desk.paste("a" * 2_000)
    desk.press("enter", None)
    assert (rig.wishes, desk.parts.row.edit(desk.context()).text) == ([], "a" * 2_000)
    assert desk.parts.notices.now.text
