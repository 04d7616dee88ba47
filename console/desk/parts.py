"""The parts of one desk, made once: each with its own state, none of which knows another but as said here."""

from console.alarm.alarms import Alarms
from console.back.back import Back
from console.chart.chart import Chart
from console.command.command_line import CommandLine
from console.command.typed_before import Past
from console.desk.leftovers import Leftovers
from console.desk.link_cut import Cuts
from console.desk.new_calls import NewCalls
from console.desk.progress import Progress
from console.dispatch.dispatching import Dispatching
from console.emergency.emergencies import Emergencies
from console.intake.intake import Intake
from console.line.line_ticks import LineTicks
from console.line.lines import Lines
from console.line.unread import Unread
from console.melding.melding_part import MeldingPart
from console.memory.run_memory import RunMemory
from console.part.notices import Notices
from console.part.stillness import Stillness
from console.row.row import Row
from console.unit.unit_part import Own
from console.units.unit_list import UnitList


class Parts:
    """All of them, by name."""

    def __init__(self, past: Past, memory: RunMemory | None = None) -> None:
        """`past` are lines typed before; `memory` keeps what is typed on the disk."""
        self.stillness = Stillness()
        self.alarms = Alarms(self.stillness)
        self.back = Back()
        self.chart = Chart()
        self.line = CommandLine(past)
        self.cuts = Cuts()
        self.progress = Progress()
        self.dispatch = Dispatching()
        self.emergencies = Emergencies(self.stillness)
        self.intake = Intake(self.line)
        self.line_ticks = LineTicks()
        self.lines = Lines()
        self.melding = MeldingPart()
        self.notices = Notices()
        self.own = Own(self.line)
        self.row = Row()
        self.calls = NewCalls(self.intake.forms, self.line, (self.row.under_hand, self.row.aside))
        self.units = UnitList()
        self.unread = Unread()
        self.leftovers = Leftovers(self, memory)

    def forget_history(self) -> None:
        """Another history has welcomed us: whatever was of meldingen and units of the one before goes."""
        for part in (
            self.alarms,
            self.calls,
            self.back,
            self.chart,
            self.dispatch,
            self.emergencies,
            self.line_ticks,
            self.lines,
            self.melding,
            self.unread,
            self.own,
            self.row,
        ):
            part.forget()
