"""Work that a simulated unit has in hand when nobody calls: begun after a round, done some minutes later.

Pure: gives the officer with it planned. The work waits while a melding goes first, and is taken up again.
"""

import random

from protocol.commands.units import EndTask, SetTask
from protocol.model.text import Name
from protocol.model.unit import Unit
from server.exercise.setting.setting import Setting
from server.exercise.unit.mind import Officer, planned

FIXED = 0.25
"""How often it is work that a melding must not interrupt."""

TAKES_S = (90.0, 300.0)
FIXED_TAKES_S = (90.0, 240.0)


def begun(officer: Officer, unit: Unit, now_s: float, setting: Setting, dice: random.Random) -> Officer:
    """The officer with new work to begin at once, where it is."""
    interruptible = dice.random() >= FIXED
    lines = setting.manners.tasks if interruptible else setting.manners.fixed_tasks
    task = SetTask(unit=unit.id, what=Name(dice.choice(lines)), interruptible=interruptible)
    return planned(officer, (now_s, task))


def ended(officer: Officer, unit: Unit, now_s: float, dice: random.Random) -> Officer:
    """The officer with the end of its work in mind, if it has not got it already."""
    if any(isinstance(one.command, EndTask) for one in officer.plan):
        return officer
    takes_s = FIXED_TAKES_S if unit.task is not None and not unit.task.interruptible else TAKES_S
    return planned(officer, (now_s + dice.uniform(*takes_s), EndTask(unit=unit.id)))
