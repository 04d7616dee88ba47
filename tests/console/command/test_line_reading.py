"""What a typed line means here and now."""

from attrs import evolve

from console.actions.problem import Parsed, Problem
from console.command.line_reading import completed, parsed_line
from console.part.context import Context
from protocol.commands.incidents import ChangePriority
from protocol.model.priority import Priority
from protocol.model.role import Role
from tests.console.rig import Rig


def room(role: Role = Role.CENTRALIST) -> Context:
    """Incidents 1 and 2 are open, nothing is selected."""
    rig = Rig(role=role)
    rig.welcome()
    rig.open(1)
    rig.open(2)
    return evolve(rig.desk().context(), incident=None)


def test_a_line_is_about_the_selected_incident() -> None:
    """The same words mean another incident after another selection."""
    for number in (1, 2):
        read = parsed_line(evolve(room(), incident=number), "prio 1")
        assert isinstance(read, Parsed)
        assert read.commands == (ChangePriority(incident=number, priority=Priority.P1),)


def test_a_line_that_lacks_an_incident_is_a_problem() -> None:
    """Nothing is guessed while nothing is selected."""
    assert isinstance(parsed_line(room(), "prio 1"), Problem)


def test_only_the_verbs_of_our_role_are_offered() -> None:
    """A partner is not led to what the server would refuse."""
    verb = room().verb_of("priority")
    assert verb in completed(room(), verb[:3], 3).choices
    assert verb not in completed(room(Role.PARTNER), verb[:3], 3).choices
