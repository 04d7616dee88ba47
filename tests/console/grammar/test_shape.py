"""What could follow a verb that stands alone."""

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.grammar.shape import usage_here, usage_typed
from console.texts.texts import Texts
from tests.console.grammar.make import BOARD, NOTHING

TEXTS = Texts("nl", strict=True)


def shape(line: str, selection: Selection = NOTHING) -> str | None:
    """What stands dim behind the line."""
    usage = usage_typed(line, CATALOG, BOARD, selection)
    return None if usage is None else usage.shape(TEXTS)


def test_a_whole_verb_shows_what_it_wants_with_a_number_of_this_world() -> None:
    """The selected melding, else one that is open; a call sign on duty."""
    assert shape("sluit ", Selection(incident=2)) == "2 <reden>"
    assert shape("sluit") == "418 <reden>"
    assert shape("heropen ") == "400 <reden>"
    assert shape("koppel ", Selection(incident=417, unit=1)) == "417 12.03"
    assert shape("nieuw ") == "[prioriteit] <wat> @ <plaats> [-- eerste regel]"


def test_nothing_is_shown_for_half_a_verb_or_behind_more_words() -> None:
    """Then completion or the grammar speaks."""
    assert shape("slu") is None
    assert shape("slui ") == "418 <reden>"
    assert shape("st ") is None
    assert shape("sluit 4") is None
    assert shape("") is None


def test_every_action_has_a_shape_in_both_languages() -> None:
    """No word for an argument is lacking."""
    for language in ("nl", "en"):
        for action in CATALOG.actions:
            line = usage_here(action, BOARD, NOTHING).line(Texts(language, strict=True))
            assert line.startswith(action.verb_in(language))
