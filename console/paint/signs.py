"""The signs and tones of priorities and statuses, the same on every panel.

A sign per level, so that the level can be read without colour.
"""

from collections.abc import Mapping

from console.paint.tone import Tone
from protocol.model.priority import Priority
from protocol.model.unit_status import UnitStatus

PRIORITY_SIGNS: Mapping[Priority, str] = {
    Priority.P1: "▲1",
    Priority.P2: "●2",
    Priority.P3: "■3",
    Priority.P4: "□4",
    Priority.P5: "·5",
}
PRIORITY_TONES: Mapping[Priority, Tone] = {
    Priority.P1: Tone.P1,
    Priority.P2: Tone.P2,
    Priority.P3: Tone.P3,
    Priority.P4: Tone.P4,
    Priority.P5: Tone.P5,
}
STATUS_TONES: Mapping[UnitStatus, Tone] = {
    UnitStatus.AVAILABLE: Tone.FREE,
    UnitStatus.ASSIGNED: Tone.ASSIGNED,
    UnitStatus.EN_ROUTE: Tone.DRIVING,
    UnitStatus.ON_SCENE: Tone.ON_SCENE,
    UnitStatus.UNAVAILABLE: Tone.AWAY,
}
