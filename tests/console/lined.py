"""A melding with a contact line and people on both lines, for tests of what a console shows of lines."""

from protocol.facts.contact import ContactOpened, LinkMade, LinkOpened, MelderSaid, MelderTold
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.wire.messages import OnLineRow
from tests.console.rig import Rig, place


def put_through(*, role: Role = Role.CENTRALIST, width: int = 120, height: int = 40) -> Rig:
    """417 with 12.03 on it; anna, who is us, put the melder through 12 seconds after the call."""
    rig = Rig(role=role)
    rig.welcome()
    rig.sign_on("12.03", "12.04")
    rig.open(417, where=place("Markt 1", 0))
    rig.happen(UnitAssigned(unit=1, incident=417))
    rig.later(10)
    rig.happen(LinkMade(incident=417, number=1, expires_at=rig.now.replace(hour=7)), by="anna")
    rig.later(2)
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="anna")
    return rig


def talked(rig: Rig) -> None:
    """The page opened 30 seconds after the call, and both said something."""
    rig.later(18)
    rig.happen(LinkOpened(incident=417, key=Name("k" * 32)), by="melder")
    rig.happen(MelderSaid(incident=417, text=Text("hij is boven")), by="melder")
    rig.happen(MelderTold(incident=417, text=Text("wij komen eraan")), by="12.03")


def joined(rig: Rig, *names: str) -> None:
    """These are on the open line."""
    for name in names:
        rig.happen(LineJoined(incident=417), by=name)


def has(name: str, *, delivered: int, read: int = 0, line: LineKind = LineKind.OPEN) -> OnLineRow:
    """What this member of 417's line said that it has."""
    return OnLineRow(incident=417, line=line, name=Name(name), delivered=delivered, read=read)
