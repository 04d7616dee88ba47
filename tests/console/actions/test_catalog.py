"""Every action is defined once, can be found, and has its words."""

import pytest

from console.actions.action import Action, Selection, Where
from console.actions.catalog import CATALOG, Catalog
from console.texts.texts import LANGUAGES, Texts
from protocol.model.role import Role
from protocol.permissions import MAY, SERVERS_OWN
from protocol.wire.tags import COMMANDS

pytestmark = pytest.mark.law


def test_every_command_of_the_protocol_has_an_action() -> None:
    """There is nothing that a person may wish for and cannot say.

    What is the server's own, or the melder's behind the link, nobody says here.
    """
    assert {action.command_type for action in CATALOG.actions if action.command_type} == (
        set(COMMANDS.values()) - SERVERS_OWN - MAY[Role.MELDER]
    )


def test_an_action_builds_exactly_when_it_sends() -> None:
    """An action either makes commands of one class or is of the screen alone."""
    assert all((action.build is None) == (action.command_type is None) for action in CATALOG.actions)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", CATALOG.actions, ids=lambda action: action.id)
def test_every_action_has_its_words(action: Action, language: str) -> None:
    """Title, explanation and the words of its arguments stand in both languages."""
    texts = Texts(language, strict=True)
    assert texts.say(f"action-{action.id}")
    assert texts.say(f"action-{action.id}-help")
    assert all(texts.say(f"arg-{arg.name}") for arg in action.args)


@pytest.mark.parametrize("where", list(Where))
def test_every_place_on_the_screen_has_its_word(where: Where) -> None:
    """The help screen names where a key works."""
    assert Texts("nl", strict=True).say(f"help-where-{where.value}")


def test_keys_do_not_clash() -> None:
    """In no part of the screen does a key mean two things, nor does a verb anywhere."""
    one = Action(id="one", verb="een", english="one", key="x")
    with pytest.raises(ValueError, match=r"key .* 'x' belongs to one and to two"):
        Catalog([one, Action(id="two", verb="twee", english="two", key="x", where=Where.MAP)])
    with pytest.raises(ValueError, match="verb 'een'"):
        Catalog([one, Action(id="two", verb="twee", english="een")])
    Catalog(
        [
            Action(id="one", verb="een", english="one", key="x", where=Where.BOARD),
            Action(id="two", verb="twee", english="two", key="x", where=Where.MAP),
        ]
    )


def test_a_verb_is_found_by_any_unique_beginning() -> None:
    """Dutch, English, upper or lower case, shortened as far as it stays one action."""
    assert [action.id for action in CATALOG.named("kop")] == ["assign"]
    assert [action.id for action in CATALOG.named("ASS")] == ["assign"]
    assert [action.id for action in CATALOG.named("log")] == ["log"]
    assert [action.id for action in CATALOG.named("sluite")] == ["close"]
    assert CATALOG.named("xyzzy") == ()
    assert CATALOG.named("") == ()
    assert {action.id for action in CATALOG.named("st")} >= {"status", "strike", "quit"}


def test_what_a_role_may_not_is_not_offered() -> None:
    """An observer sees the actions of the screen alone; a centralist sees all."""
    observer = CATALOG.offered(Role.OBSERVER)
    assert MAY[Role.OBSERVER] == frozenset()
    assert [action for action in observer if action.command_type] == []
    assert CATALOG.offered(Role.CENTRALIST) == CATALOG.actions
    assert CATALOG.offered(None) == observer


def test_an_empty_selection_selects_nothing() -> None:
    """Without a screen nothing is selected."""
    assert (Selection().incident, Selection().unit, Selection().entry) == (None, None, None)
