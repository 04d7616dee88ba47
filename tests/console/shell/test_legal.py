"""What is offered here and now."""

from console.actions.catalog import CATALOG
from console.shell.legal import offered
from protocol.facts.incidents import IncidentClosed
from protocol.facts.timeline import LineJoined
from protocol.model.role import Role
from protocol.model.text import Text
from tests.console.rig import Rig


def ids(rig: Rig, role: Role = Role.CENTRALIST, *, unit: int = 0) -> set[str]:
    """The offered actions for anna with incident 1 selected."""
    found = offered(
        CATALOG, role, incident=rig.board.incidents.get(1), unit=rig.board.units.get(unit), name="anna"
    )
    return {action.id for action in found}


def town() -> Rig:
    """One open incident and a free unit."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(1)
    return rig


def test_what_the_role_may_not_is_not_offered() -> None:
    """An observer is offered the screen's own actions and nothing that would be refused."""
    assert {"close", "assign", "speak"} <= ids(town())
    assert not {"close", "assign", "speak", "join"} & ids(town(), Role.OBSERVER)
    assert "filter" in ids(town(), Role.OBSERVER)


def test_a_closed_incident_can_only_be_reopened() -> None:
    """Closing and speaking go, reopening comes."""
    rig = town()
    assert "reopen" not in ids(rig)
    rig.happen(IncidentClosed(incident=1, reason=Text("klaar")))
    assert "reopen" in ids(rig)
    assert not {"close", "speak", "assign", "priority"} & ids(rig)


def test_joining_and_leaving_exclude_each_other() -> None:
    """Whoever is on the line can leave it, everybody else can join it."""
    rig = town()
    assert {"join", "leave"} & ids(rig) == {"join"}
    rig.happen(LineJoined(incident=1), by="anna")
    assert {"join", "leave"} & ids(rig) == {"leave"}


def test_a_free_unit_cannot_be_released() -> None:
    """What a selected unit cannot do is not offered."""
    assert "release" in ids(town())
    assert "release" not in ids(town(), unit=1)
