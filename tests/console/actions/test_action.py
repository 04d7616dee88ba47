"""The shape of an action: its verbs, and which of its arguments may hold what."""

import pytest
from attrs import fields

from console.actions.action import ITEMS, TAILS, Action, Arg, ArgKind, Selection, anything
from console.actions.catalog import CATALOG


def an_action(**more: object) -> Action:
    """With a Dutch and an English verb and two more."""
    given: dict[str, object] = {
        "id": "go",
        "verb": "ga",
        "english": "go",
        "aliases": ("loop", "walk"),
        **more,
    }
    return Action(**given)  # type: ignore[arg-type]


def test_the_dutch_verb_stands_first_and_the_readers_own_is_shown() -> None:
    """Every other language than English reads the Dutch one."""
    action = an_action()
    assert action.verbs == ("ga", "go", "loop", "walk")
    assert [action.verb_in(language) for language in ("nl", "en", "fy")] == ["ga", "go", "ga"]


def test_an_action_of_the_screen_alone_sends_nothing() -> None:
    """It has neither a command nor what makes one; and no key acts before its line was shown."""
    action = an_action()
    assert (action.build, action.command_type, action.at_once) == (None, None, False)


def test_an_argument_offers_anything_unless_it_says_otherwise() -> None:
    """Completion offers what makes sense; it refuses nothing."""
    arg = Arg(kind=ArgKind.UNIT, name="unit")
    assert arg.offer is anything
    assert arg.offer(object())
    assert (arg.required, arg.many, arg.words) == (True, False, ())


def test_nothing_is_selected_unless_it_is_said() -> None:
    """An action that starts from nowhere has no subject."""
    assert [getattr(Selection(), each.name) for each in fields(Selection)] == [None] * len(fields(Selection))


@pytest.mark.parametrize("action", CATALOG.actions, ids=lambda action: action.id)
def test_text_comes_last_and_each_argument_has_a_name_of_its_own(action: Action) -> None:
    """Text runs to the end of the line, so only text with a mark of its own may follow it."""
    names = [arg.name for arg in action.args]
    assert len(names) == len(set(names))
    tails = [arg.kind in TAILS and arg.kind is not ArgKind.STATUS for arg in action.args]
    if True in tails:
        assert all(tails[tails.index(True) :])


@pytest.mark.parametrize("action", CATALOG.actions, ids=lambda action: action.id)
def test_what_is_numbered_within_an_incident_comes_with_an_incident(action: Action) -> None:
    """A promise 2 is of some melding."""
    kinds = {arg.kind for arg in action.args}
    assert not kinds & ITEMS or ArgKind.INCIDENT in kinds
