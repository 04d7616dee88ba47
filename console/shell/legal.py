"""Which actions make sense here and now: permitted to the role, and legal for what is selected. Pure.

Read by the palette: what would be refused is not offered.
"""

from console.actions.action import Action, ArgKind
from console.actions.catalog import Catalog
from protocol.commands.timeline import JoinLine, LeaveLine
from protocol.model.incident import Incident
from protocol.model.role import Role
from protocol.model.unit import Unit


def offered(
    catalog: Catalog, role: Role | None, *, incident: Incident | None, unit: Unit | None, name: str = ""
) -> tuple[Action, ...]:
    """The actions for somebody of this role and name with this selection, in the catalog's order."""
    on_line = incident is not None and incident.is_on(name)
    senseless = JoinLine if on_line else LeaveLine
    return tuple(
        action
        for action in catalog.offered(role)
        if action.command_type is not senseless and makes_sense(action, incident, unit)
    )


def makes_sense(action: Action, incident: Incident | None, unit: Unit | None) -> bool:
    """False when it is about a selected incident or unit with which it cannot be done."""
    for arg in action.args:
        if not arg.required:
            continue
        if arg.kind is ArgKind.INCIDENT and incident is not None and not arg.offer(incident):
            return False
        if arg.kind is ArgKind.UNIT and unit is not None and not arg.offer(unit):
            return False
    return True
