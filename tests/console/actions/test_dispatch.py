"""The actions about who goes, and their keys."""

from console.actions.catalog import CATALOG
from console.actions.deed_numbers import number_of
from protocol.model.role import Role


def test_what_is_done_in_every_dispatch_is_one_key() -> None:
    """Who can go, send the first (B37), why another, how far we reach, and being there."""
    assert CATALOG.by_id["recommend"].key == "f10"
    assert (number_of("assign-first", unit=False), number_of("arrived", unit=False)) == (1, 4)
    assert (CATALOG.by_id["explain-choice"].letter, CATALOG.by_id["reach"].letter) == ("Y", "R")


def test_looking_sends_nothing() -> None:
    """A recommendation is advice: only a person sends (B4)."""
    assert all(CATALOG.by_id[id].build is None for id in ("recommend", "assign-first", "reach", "places"))


def test_who_only_watches_is_offered_no_skills_or_reasons() -> None:
    """What the role may not wish is not offered."""
    offered = {action.id for action in CATALOG.offered(Role.OBSERVER)}
    assert not offered & {"ask-skills", "explain-choice", "task", "end-task", "arrived"}
