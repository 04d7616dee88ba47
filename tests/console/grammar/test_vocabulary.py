"""The words for statuses, phases, reactions and so on, in both languages."""

from collections.abc import Mapping
from typing import Any

import pytest

from console.grammar import vocabulary
from console.grammar.vocabulary import STATUS_WORDS, WORDS, flagged, meant, word_for
from protocol.model.unit_status import UnitStatus

LISTS = {
    **{kind.value: words for kind, words in WORDS.items()},
    "status": STATUS_WORDS,
    "phase": vocabulary.PHASE_WORDS,
    "means": vocabulary.MEANS_WORDS,
    "melder": vocabulary.MELDER_WORDS,
}


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS.keys())
def test_every_word_means_its_own_value_in_both_languages(words: Mapping[Any, tuple[str, ...]]) -> None:
    """What completion puts in the line is understood as what it stood for."""
    for value in words:
        for language in ("nl", "en"):
            assert meant(word_for(value, words, language), words) == (value,)


def test_a_beginning_will_do_where_it_leaves_no_doubt() -> None:
    """Two that begin alike are both meant, and nothing means nothing."""
    assert meant("aanr", STATUS_WORDS) == (UnitStatus.EN_ROUTE,)
    assert set(meant("on", STATUS_WORDS)) == {UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE}
    assert meant("", STATUS_WORDS) == meant("zzz", STATUS_WORDS) == ()


def test_case_blanks_and_hyphens_make_no_difference() -> None:
    """People type as they speak."""
    for typed in ("TER PLAATSE", "ter-plaatse", "ter  plaatse"):
        assert meant(typed, STATUS_WORDS) == (UnitStatus.ON_SCENE,)


def test_a_flag_is_not_guessed_from_a_letter_or_two() -> None:
    """Before free text a short word is the beginning of the text, unless it is the whole flag."""
    words = ("verborgen", "hidden", "ok")
    assert flagged("verb", words)
    assert flagged("ok", words)
    assert not flagged("ve", words)
    assert not flagged("verbod", words)
