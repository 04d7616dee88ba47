"""Who may wish for what: the table is complete and says what was decided."""

import pytest

from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.contact import ComeIn, SayAsMelder, SaySafe, ShareWhere
from protocol.commands.letting_go import AcknowledgeHandover
from protocol.commands.order import SwitchOrder
from protocol.commands.timeline import AddEntry, JoinLine, LeaveLine, Speak
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.commands.work import AcceptReferral
from protocol.model.role import Role
from protocol.permissions import MAY, MAY_FETCH, REPORTS_POSITIONS, SERVERS_OWN, may, may_fetch
from protocol.wire.tags import COMMANDS
from tests.strategies import COMMAND_KINDS

pytestmark = pytest.mark.law

EVERY = frozenset(COMMAND_KINDS) - SERVERS_OWN
"""Everything that a person may wish for."""


def test_every_role_has_its_row_and_every_row_names_commands() -> None:
    """A role without a row would be an error at its first command."""
    assert set(Role) == set(MAY)
    for allowed in MAY.values():
        assert allowed <= EVERY


def test_every_command_is_open_to_somebody() -> None:
    """A command that nobody may give is a mistake in the table, unless the server gives it."""
    assert frozenset().union(*MAY.values()) == EVERY


def test_no_role_may_wish_for_what_the_server_reckons() -> None:
    """Nobody can write who was nearest, or when somebody arrives, in the name of the server (B6)."""
    assert {kind.__name__ for kind in SERVERS_OWN} == {"WeighChoice", "ExpectArrival", "ProposeUnits"}
    assert frozenset(COMMAND_KINDS) >= SERVERS_OWN
    assert not any(may(role, kind) for role in Role for kind in SERVERS_OWN)


@pytest.mark.parametrize(
    "role", [Role.CENTRALIST, Role.OPCO, Role.EXERCISE_LEADER], ids=lambda role: role.key
)
def test_who_works_in_the_room_may_wish_for_everything(role: Role) -> None:
    """Each answers for the whole board; nobody speaks for the melder."""
    assert MAY[role] == EVERY - MAY[Role.MELDER]


def test_the_melder_has_the_page_and_nothing_else() -> None:
    """What the page wishes is nobody else's."""
    assert MAY[Role.MELDER] == {ComeIn, SayAsMelder, ShareWhere, SaySafe}
    assert MAY_FETCH[Role.MELDER] == frozenset()
    others = (MAY[role] for role in Role if role is not Role.MELDER)
    assert frozenset().union(*others) & MAY[Role.MELDER] == frozenset()


def test_a_unit_may_wish_for_everything_but_the_order_of_the_board() -> None:
    """No step of a melding needs the centralist (A62, A64); the board belongs to the room (A6)."""
    assert EVERY - MAY[Role.MELDER] - MAY[Role.UNIT] == {SwitchOrder}


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.AUDITOR], ids=lambda role: role.key)
def test_who_only_looks_may_wish_for_nothing(role: Role) -> None:
    """Not even to step onto a line."""
    assert MAY[role] == frozenset()


def test_a_partner_has_the_line_and_says_that_it_has_taken_over() -> None:
    """An acceptance is the partner's own word (A23, A42); cards are not for partners (A80)."""
    line = {JoinLine, LeaveLine, Speak}
    assert frozenset({*line, AcceptReferral, AcknowledgeHandover, TakeBack}) == MAY[Role.PARTNER]


def test_the_information_desk_has_the_line_and_the_log() -> None:
    """It dispatches nobody, and neither does a partner."""
    assert may(Role.INFO_DESK, AddEntry)
    assert not may(Role.PARTNER, AddEntry)
    for role in (Role.PARTNER, Role.INFO_DESK):
        kinds: tuple[type[Command], ...] = (AssignUnit, SetUnitStatus)
        assert not any(may(role, kind) for kind in kinds)


def test_only_who_has_positions_reports_them() -> None:
    """Nobody who only looks can move a unit on the map."""
    assert frozenset({Role.UNIT, Role.CENTRALIST, Role.EXERCISE_LEADER}) == REPORTS_POSITIONS


def test_may_answers_from_the_table() -> None:
    """For every role and every command."""
    for role in Role:
        allowed = {kind for kind in COMMANDS.values() if may(role, kind)}
        assert allowed == MAY[role]


def test_documents_that_name_melders_are_not_for_everybody() -> None:
    """A partner and an observer read the lists that hold no person; the room reads all."""
    for role in (Role.PARTNER, Role.OBSERVER):
        assert may_fetch(role, "cards")
        assert not any(may_fetch(role, name) for name in ("history/7", "search?text=x", "near/7", "owed"))
    assert all(may_fetch(Role.CENTRALIST, name) for name in ("history/7", "dossier?place=x", "indicators"))
    assert may_fetch(Role.UNIT, "near?lat=52&lon=4")
    assert not may_fetch(Role.UNIT, "indicators")


def test_every_role_has_its_row_of_documents() -> None:
    """A role without a row would stop the server at its first question."""
    assert set(MAY_FETCH) == set(Role)
