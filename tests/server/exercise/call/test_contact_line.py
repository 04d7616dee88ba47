"""Some callers of a shift come in by a link and talk with the officer who drives to them."""

from collections import Counter

from protocol.facts.contact import ContactOpened, LinkMade, LinkOpened, MelderSaid, MelderTold
from server.exercise.setting.setting import STAFF
from tests.server.exercise.rig import Stage, facts


def test_nothing_that_the_shift_wishes_is_refused(hour: Stage) -> None:
    """Everybody acts by what stands on the board."""
    assert Counter() == hour.refused


def test_a_melder_talks_only_after_coming_in_by_a_link(hour: Stage) -> None:
    """Link, coming in, direct contact, and words in turns, the officer's first."""
    kinds = (LinkMade, LinkOpened, ContactOpened, MelderTold, MelderSaid)
    seen: dict[int, list[type]] = {}
    for change in hour.history:
        for fact in change.facts:
            if isinstance(fact, kinds):
                seen.setdefault(fact.incident, []).append(type(fact))
                assert isinstance(fact, MelderSaid | LinkOpened) == change.by.startswith("melder ")
    whole = [*kinds, MelderTold, MelderSaid]
    assert whole in seen.values()
    assert all(order == whole[: len(order)] for order in seen.values())


def test_who_put_the_melder_through_only_listens(hour: Stage) -> None:
    """What the officer and the melder say to each other is theirs."""
    told = {by for by, _ in facts(hour, MelderTold)}
    assert told
    assert told.isdisjoint(STAFF)
