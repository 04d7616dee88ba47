"""The words that may be typed for a status, a phase, a means or a language, in Dutch and in English. Pure.

These are input; the words that a person reads stand in the texts. Any unique beginning will do.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from protocol.model.means import Means
from protocol.model.phase import Phase
from protocol.model.unit_status import UnitStatus

T = TypeVar("T")

STATUS_WORDS: Mapping[UnitStatus, tuple[str, ...]] = {
    UnitStatus.AVAILABLE: ("beschikbaar", "available", "vrij", "free"),
    UnitStatus.ASSIGNED: ("uitgegeven", "assigned"),
    UnitStatus.EN_ROUTE: ("aanrijdend", "en route", "onderweg"),
    UnitStatus.ON_SCENE: ("ter plaatse", "on scene", "tp"),
    UnitStatus.UNAVAILABLE: ("niet inzetbaar", "unavailable"),
}
PHASE_WORDS: Mapping[Phase, tuple[str, ...]] = {
    Phase.MERGE_IN: ("invoegen", "merge-in"),
    Phase.ADD: ("toevoegen", "add"),
    Phase.MERGE_OUT: ("uitvoegen", "merge-out"),
    Phase.CLOSED: ("gesloten", "closed"),
}
MEANS_WORDS: Mapping[Means, tuple[str, ...]] = {
    Means.CAR: ("auto", "car"),
    Means.MOTORCYCLE: ("motor", "motorcycle"),
    Means.BICYCLE: ("fiets", "bicycle"),
    Means.FOOT: ("voet", "foot", "te voet", "on foot"),
}
LANGUAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "nl": ("nl", "nederlands", "dutch"),
    "en": ("en", "engels", "english"),
}
"""Dutch first, English second; the first two are what completion offers."""


def meant(word: str, words: Mapping[T, tuple[str, ...]]) -> tuple[T, ...]:
    """What the word can mean: one thing when it is a word for it or begins only words for it."""
    wanted = _plain(word)
    exact = [value for value, spelled in words.items() if wanted in map(_plain, spelled)]
    if exact:
        return (exact[0],)
    if not wanted:
        return ()
    return tuple(
        value for value, spelled in words.items() if any(_plain(each).startswith(wanted) for each in spelled)
    )


def word_for(value: Any, words: Mapping[Any, tuple[str, ...]], language: str) -> str:
    """The word to type for the value, in that language."""
    return words[value][1 if language == "en" else 0]


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("-", " ").split())
