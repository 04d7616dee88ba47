"""The reasons of a ranking in words."""

from collections.abc import Mapping

import pytest

from console.dispatch.ranked import Ranked, Why
from console.dispatch.reasons import TONES, in_words, plain_reasons
from console.texts.texts import Texts

SAY = Texts("nl", strict=True).say
ARGS: Mapping[str, Mapping[str, str | int]] = {
    "task": {"what": "surveillance"},
    "task-fixed": {"what": "verhoor"},
    "diverts": {"incident": 412, "priority": 3},
    "skill": {"skill": "fries"},
    "lacks-skill": {"skill": "fries"},
    "ring": {"n": 1},
    "recently-disturbed": {"minutes": 4},
    "waterline": {"team": "Noord", "left": 1, "least": 2},
    "autonomy": {"autonomy": "guided"},
    "position-old": {"s": 420},
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", sorted(TONES))
def test_every_reason_has_words(language: str, key: str) -> None:
    """In both languages, with what the server sends along."""
    say = Texts(language, strict=True).say
    words = in_words(Why(key=key, args=tuple(ARGS.get(key, {}).items())), say)
    assert words
    assert "{" not in words


def test_a_reason_of_a_newer_server_is_shown_by_its_key() -> None:
    """Nothing that weighs is hidden because we have no words for it."""
    assert in_words(Why(key="has-drone"), SAY) == "has-drone"


def test_what_decides_stands_first() -> None:
    """A row is cut at its end: there stands what matters least. The travel time has its own column."""
    whys = tuple(Why(key=key) for key in ("travel", "autonomy", "own-area", "free", "no-position", "diverts"))
    said = plain_reasons(Ranked(unit=1, call_sign="12.01", reasons=whys), Texts("nl").say, by_road=True)
    assert said[:3] == ["komt van melding 0 (p0)", "positie onbekend", "vrij"]
    assert len(said) == 5
