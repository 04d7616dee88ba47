"""One table says what undoes each deed, or why nothing does."""

import pytest

from console.texts.texts import Texts
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.units import AssignUnit
from protocol.taking_back import TAKING_BACK, Way, goes_back
from protocol.wire.tags import COMMANDS

pytestmark = pytest.mark.law


def test_every_command_has_a_row() -> None:
    """Whoever adds one decides."""
    assert set(TAKING_BACK) == set(COMMANDS.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_row_says_in_words_how_or_why_not(language: str) -> None:
    """In both languages; a reason stands in no row that undoes something."""
    texts = Texts(language, strict=True)
    for kind, row in TAKING_BACK.items():
        assert (row.way is Way.NOTHING) == bool(row.why), kind
        why = texts.say(f"back-why-{row.why}") if row.why else ""
        assert texts.say(f"back-way-{row.way.value}", **({"why": why} if row.why else {})), kind


def test_a_unit_that_was_sent_is_called_back_and_a_colleague_in_need_is_not() -> None:
    """An emergency ends by a person's word alone."""
    assert goes_back(AssignUnit)
    assert not goes_back(RaiseEmergency)
