"""Speaking on the line of the selected incident that is shown. Part of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.field.edit import Edit
from console.paint.tone import Tone

if TYPE_CHECKING:
    from console.desk.desk import Desk


def begin_to_speak(desk: Desk) -> None:
    """To the speaking line of the selected incident, if it is one where one can speak."""
    incident = desk.chosen()
    if incident is None:
        desk.notices.tell(desk.say("desk-choose-incident"), Tone.WARN)
    elif not incident.is_open:
        desk.notices.tell(desk.say("desk-line-closed"), Tone.WARN)
    else:
        desk.lines.begin_to_speak(incident)


def speak(desk: Desk, text: str) -> None:
    """Say it on the selected incident's line. The draft goes only once the wish is in the outbox."""
    incident = desk.chosen()
    if incident is None or not incident.is_open:
        desk.notices.warn(desk.say("desk-line-closed"), Tone.WARN)
        return
    try:
        command = desk.lines.spoken(incident, text)
    except ValueError as error:
        desk.notices.warn(desk.say("problem-unsendable", why=str(error)))
        return
    if command is not None:
        desk.send(command)
        desk.keep_draft(Edit())
