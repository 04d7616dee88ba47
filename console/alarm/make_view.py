"""From what rings to the row across the top. Pure."""

from console.alarm.alarms import Alarms
from console.alarm.bar import AlarmView
from console.part.context import Context


def alarm_view(alarms: Alarms, context: Context) -> AlarmView:
    """What rings."""
    incidents = context.board.incidents
    return AlarmView(
        incidents=tuple(incidents[number] for number in alarms.unseen if number in incidents),
        wrote=tuple(incidents[number] for number in alarms.wrote if number in incidents),
        asked=tuple(incidents[number] for number in alarms.asked if number in incidents),
        key=context.key_of("next-urgent"),
    )
