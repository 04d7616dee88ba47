"""The intake of a desk: its forms, and the place that is being typed. For keys see `form_keys`."""

from console.command.command_line import CommandLine
from console.intake.forms import Forms
from console.intake.place_typed import PlacesAtHand


class Intake:
    """Forms, and the place under the hand in a form or in the command line."""

    def __init__(self, line: CommandLine) -> None:
        self.forms = Forms()
        self.hand = PlacesAtHand(self.forms, line)
