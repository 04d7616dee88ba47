"""The actions of the contact line: their keys, and to whom they are offered."""

from attrs import evolve

from console.actions.catalog import CATALOG
from console.actions.deed_numbers import number_of
from protocol.commands.contact import Listen
from protocol.model.contact_line import ContactLine
from protocol.model.role import Role
from protocol.model.text import Text
from tests.console.grammar.make import BOARD

MELDING = BOARD.incidents[417]


def test_what_is_done_during_a_call_is_one_key() -> None:
    """Through, in and back behind Space, a word to the melder by a function key (A46, A49)."""
    assert [number_of("open-contact", unit=unit) for unit in (False, True)] == [3, 3]
    assert CATALOG.by_id["caller"].key == "f9"


def test_what_ends_something_is_never_done_by_one_key() -> None:
    """A slip closes no line and takes no melder's page away."""
    assert not any(CATALOG.by_id[id].at_once for id in ("close-contact", "withdraw-link"))


def test_a_reason_may_be_left_out() -> None:
    """Where the site asks for one the server says so."""
    build = CATALOG.by_id["listen"].build
    assert build is not None
    assert build({"incident": 417}, BOARD) == (Listen(incident=417),)
    assert build({"incident": 417, "reason": Text("nieuw")}, BOARD) == (
        Listen(incident=417, why=Text("nieuw")),
    )


def test_only_a_melding_with_a_contact_line_is_offered_to_listen_to() -> None:
    """The others are not refused: they are not offered."""
    offer = CATALOG.by_id["listen"].args[0].offer
    assert not offer(MELDING)
    assert offer(evolve(MELDING, contact_line=ContactLine(is_open=True)))


def test_the_street_puts_through_as_the_room_does() -> None:
    """No step needs the centralist (A62); who only brings information, or watches, has no part in it."""
    ids = {"open-contact", "listen", "step-in", "step-back", "tell-melder", "make-link"}
    for role in (Role.CENTRALIST, Role.UNIT):
        assert ids <= {action.id for action in CATALOG.offered(role)}
    for role in (Role.INFO_DESK, Role.PARTNER, Role.OBSERVER):
        assert not ids & {action.id for action in CATALOG.offered(role)}
