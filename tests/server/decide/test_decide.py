"""What holds for every decision, whatever the board and the wish."""

from hypothesis import assume, given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.errors import Reason, Refused
from protocol.fold import fold, fold_all
from protocol.model.board import Board
from protocol.model.phase import Phase
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.permissions import MAY, SERVERS_OWN, may
from protocol.wire.frames import decode_facts, encode_facts
from server.decide import decide, number_given
from server.decide.actor import Actor
from tests.histories import histories
from tests.protocol.make import BLAAK, told
from tests.server.decide.make import refused
from tests.strategies import commands

ACTORS = st.builds(
    Actor,
    name=st.sampled_from(["anna", "12.03", "opco", "centralist-1"]).map(Name),
    role=st.sampled_from(Role),
    is_server=st.booleans(),
)


def _whole(board: Board) -> None:
    """Asserts what is true of every board: both sides of each bond, and no state without its reason."""
    for unit in board.units.values():
        if unit.incident is not None:
            assert unit.id in board.incidents[unit.incident].units
        free = unit.status in (UnitStatus.AVAILABLE, UnitStatus.UNAVAILABLE)
        assert free == (unit.incident is None)
        drives = unit.status in (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
        assert drives or unit.expected_at is None
    for incident in board.incidents.values():
        for id in incident.units:
            assert board.units[id].incident == incident.number
        assert [entry.id for entry in incident.entries] == list(range(1, len(incident.entries) + 1))
        assert (incident.phase is Phase.CLOSED) == (incident.number in board.closed)
        if not incident.is_open:
            assert (incident.units, incident.members) == ((), ())


@given(histories(waves=False), st.lists(st.tuples(commands(), ACTORS), min_size=1, max_size=20))
def test_a_decision_is_facts_that_fold_or_a_refusal(
    history: tuple[Change, ...], wishes: list[tuple[Command, Actor]]
) -> None:
    """Nothing else is ever raised; what is accepted survives the journal and leaves a whole board."""
    board = fold_all(Board(), history)
    for command, actor in wishes:
        try:
            facts = decide(board, command, actor)
        except Refused:
            continue
        assert decode_facts(encode_facts(facts)) == facts
        after = fold(board, Change(seq=board.seq + 1, at=board.at, by=actor.name, facts=facts))
        given_out = number_given(facts)
        assert given_out in (0, after.last_incident, after.last_unit)
        assert (after.last_incident, after.last_unit) != (
            board.last_incident,
            board.last_unit,
        ) or not given_out
        _whole(after)
        board = after


@given(commands(), st.sampled_from(Role))
def test_what_a_role_may_not_wish_is_refused_before_anything_else(command: Command, role: Role) -> None:
    """The command and the own role are named."""
    assume(not may(role, type(command)))
    assert refused(Board(), command, Actor(name=Name("iemand"), role=role)) == (
        Reason.NOT_ALLOWED,
        {"asked_command": type(command).__name__, "own_role": role.key},
    )


@given(commands())
def test_the_server_records_what_is_its_own_and_wishes_what_its_role_may(command: Command) -> None:
    """Nothing is refused to it as not allowed; to the same role without the server's word its own is."""
    own = type(command) in SERVERS_OWN
    assume(own or may(Role.CENTRALIST, type(command)))
    for is_server in (True, False):
        actor = Actor(name=Name("server"), role=Role.CENTRALIST, is_server=is_server)
        try:
            decide(Board(), command, actor)
            reason = None
        except Refused as refusal:
            reason = refusal.reason
        assert (reason is Reason.NOT_ALLOWED) is (own and not is_server)


def test_opening_is_never_refused_to_those_who_may() -> None:
    """Whoever reports is heard."""
    wish = OpenIncident(what=Name("brand"), place=BLAAK)
    for role in (role for role, allowed in MAY.items() if OpenIncident in allowed):
        assert decide(told(), wish, Actor(name=Name("iemand"), role=role))
