"""Every field of the language is shown and found where people look for it, or it is written down why not."""

import pytest

from tests.completeness.leaves import leaves, varied, worded_leaves
from tests.completeness.not_shown import NOT_SHOWN, NOT_TOLD, covers
from tests.completeness.places import PLACES, SENTENCES, Place

pytestmark = pytest.mark.law

WHERE_WHY_NOT = "tests/completeness/not_shown.py"


def hidden(place: Place) -> set[str]:
    """The leaves of which the place takes no notice, whatever they hold."""
    found: set[str] = set()
    wanted: set[str] = set()
    for value in place.values():
        wanted |= worded_leaves(value) if place.words_only else set(leaves(value))
        made = place.makes(value)
        found |= {path for path, other in varied(value) if path not in found and place.makes(other) != made}
    return wanted - found


def forgotten(place: Place, told: dict[str, str]) -> list[str]:
    """A sentence for each leaf that nobody decided about."""
    return [
        f"{path} makes no difference in the {place.name}: show it there ({place.made_in}),"
        f" or say in {WHERE_WHY_NOT} why not"
        for path in sorted(hidden(place))
        if not covers(told, path)
    ]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_field_is_in_every_place_or_it_is_said_why_not(place: Place) -> None:
    """A new field is forgotten in no place: this names each that lacks it."""
    lacking = forgotten(place, dict(NOT_SHOWN[place.name]))
    assert not lacking, "\n".join(lacking)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_what_is_said_not_to_be_shown_is_not(place: Place) -> None:
    """A reason for something that is shown hides the next that is not."""
    missing = hidden(place)
    assert [path for path in NOT_SHOWN[place.name] if not any(covers([path], each) for each in missing)] == []


@pytest.mark.parametrize("name", SENTENCES)
def test_the_history_tells_every_field_of_a_fact(name: str) -> None:
    """In both languages: who reads it later knows nothing else."""
    lacking = forgotten(SENTENCES[name], dict(NOT_TOLD.get(name, {})))
    assert not lacking, "\n".join(lacking)
    missing = hidden(SENTENCES[name])
    stale = [path for path in NOT_TOLD.get(name, ()) if not any(covers([path], each) for each in missing)]
    assert stale == []


def test_every_reason_is_about_a_place_that_there_is() -> None:
    """None is left behind by a place or a fact that went."""
    assert set(NOT_SHOWN) == {place.name for place in PLACES}
    assert set(NOT_TOLD) <= set(SENTENCES)
