"""Who may wish for what: the table is complete and says what was decided."""

import typing

import pytest

from protocol.commands import AddEntry, AssignUnit, Command, JoinLine, LeaveLine, SetUnitStatus, Speak
from protocol.model.role import Role
from protocol.permissions import MAY, REPORTS_POSITIONS, may
from tests.strategies import COMMAND_KINDS

EVERY = frozenset(COMMAND_KINDS)


def test_every_role_has_its_row_and_every_row_names_commands() -> None:
    """A role without a row would be an error at its first command."""
    assert set(Role) == set(MAY)
    for allowed in MAY.values():
        assert allowed <= EVERY


def test_every_command_is_open_to_somebody() -> None:
    """A command that nobody may give is a mistake in the table."""
    assert frozenset().union(*MAY.values()) == EVERY


@pytest.mark.parametrize(
    "role", [Role.CENTRALIST, Role.OPCO, Role.UNIT, Role.EXERCISE_LEADER], ids=lambda role: role.key
)
def test_who_works_the_street_may_wish_for_everything(role: Role) -> None:
    """Also a unit: no step needs the centralist."""
    assert MAY[role] == EVERY


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.AUDITOR], ids=lambda role: role.key)
def test_who_only_looks_may_wish_for_nothing(role: Role) -> None:
    """Not even to step onto a line."""
    assert MAY[role] == frozenset()


def test_a_partner_has_the_line_and_the_information_desk_the_log_as_well() -> None:
    """Neither dispatches."""
    assert frozenset({JoinLine, LeaveLine, Speak}) == MAY[Role.PARTNER]
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
        allowed = {kind for kind in typing.get_args(Command) if may(role, kind)}
        assert allowed == MAY[role]
