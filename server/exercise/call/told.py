"""What callers tell when somebody listens longer: who they are, what they expect and fear, what was before.

Pure: reads a melding of the intake's own and says what the intake wants to write down. What the visitor asked
and wrote down already is left alone.
"""

from collections.abc import Iterator
from datetime import timedelta

from protocol.commands.intake import DescribeIntake, RecordEarlier
from protocol.model.incident import Incident
from protocol.model.intake import Source
from protocol.model.melder import Melder, MelderKind
from protocol.model.text import Name, Text
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import INTAKE, Setting

INTRODUCED, NAMELESS = 0.75, 0.2
EXPECTS, FEARS, EARLIER = 0.4, 0.25, 0.2
"""How often it is told."""

SOURCES = (Source.EMERGENCY_CALL, Source.EMERGENCY_CALL, Source.SERVICE_CALL, Source.STREET, Source.COUNTER)
KINDS = (MelderKind.CITIZEN, MelderKind.CITIZEN, MelderKind.CITIZEN, MelderKind.COMPANY)


def told(incident: Incident, setting: Setting) -> Iterator[Want]:
    """What the intake still wants to write down of its own melding."""
    number, known, manners = incident.number, incident.intake, setting.manners
    if incident.opened_by != INTAKE:
        return
    if setting.part("introduced", number) < INTRODUCED and None in (known.source, known.melder):
        source = setting.pick(SOURCES, "source", number) if known.source is None else None
        melder = _melder(number, setting) if known.melder is None else None
        command = DescribeIntake(incident=number, source=source, melder=melder)
        yield Want(key=("introduced", number, 0), by=INTAKE, command=command, wait_s=(5, 25))
    if setting.part("expects", number) < EXPECTS and not known.expects:
        expects = Text(setting.pick(manners.expects, "expected", number))
        command = DescribeIntake(incident=number, expects=expects)
        yield Want(key=("expects", number, 0), by=INTAKE, command=command, wait_s=(25, 70))
    if setting.part("fears", number) < FEARS and not known.fears:
        fears = Text(setting.pick(manners.fears, "feared", number))
        command = DescribeIntake(incident=number, fears=fears)
        yield Want(key=("fears", number, 0), by=INTAKE, command=command, wait_s=(35, 90))
    has_earlier = any(entry.happened_at is not None for entry in incident.entries)
    if setting.part("earlier", number) < EARLIER and not has_earlier:
        before = timedelta(minutes=round(setting.between(10, 240, "before", number)))
        words = Text(setting.pick(manners.earlier, "earlier", number))
        record = RecordEarlier(incident=number, happened_at=incident.opened_at - before, text=words)
        yield Want(key=("earlier", number, 0), by=INTAKE, command=record, wait_s=(40, 110))


def _melder(number: int, setting: Setting) -> Melder:
    """Some callers do not want to say who they are."""
    kind = setting.pick(KINDS, "kind", number)
    if setting.part("nameless", number) < NAMELESS:
        return Melder(kind=kind)
    return Melder(
        kind=kind,
        name=Name(setting.pick(setting.manners.names, "name", number)),
        number=Name(setting.pick(setting.manners.numbers, "number", number)),
        call_back=setting.part("call-back", number) < 0.5,
    )
