"""Why the second centralist sent somebody else than the nearest, said afterwards with one word.

Pure: reads a melding and says what the desk wants to explain. What somebody else chose is theirs to explain.
"""

from collections.abc import Iterator, Set

from protocol.commands.dispatch import ExplainChoice
from protocol.model.choice import ChoiceReason
from protocol.model.incident import Incident
from protocol.model.text import Name
from protocol.rules.choice import unexplained
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import DESK, Setting

EXPLAINS = 0.7
"""How often."""

REASONS = (ChoiceReason.KNOWS_THEM, ChoiceReason.WORK, ChoiceReason.ASKED, ChoiceReason.OTHER)
"""What is said when nobody with a special skill was needed."""


def explained(incident: Incident, sent: Set[tuple[int, Name]], setting: Setting) -> Iterator[Want]:
    """What is still to be explained; `sent` is what the desk sent itself: incident and call sign."""
    at, number = unexplained(incident), incident.number
    if at is None or (number, incident.choices[at].unit) not in sent:
        return
    if setting.part("explains", number, at) < EXPLAINS:
        reason = setting.pick(REASONS, "reason", number, at)
        if incident.skills:
            reason = ChoiceReason.COMPETENCE
        explain = ExplainChoice(incident=number, reason=reason)
        yield Want(key=("explain", number, at), by=DESK, command=explain, wait_s=(6, 30))
