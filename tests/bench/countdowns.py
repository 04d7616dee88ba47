"""300 open meldingen with running countdowns, at rest: how much of one core the real desk takes.

The desk runs in a pseudo-terminal of 160x48 and nobody touches it; counted is the process time that the
kernel gave it over RESTS_S. The baseline is the same board with nothing that counts down.
"""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.shell.app import ConsoleApp
from console.shell.up_link import UpLink
from protocol.facts.promises import PromiseMade, Reacted
from protocol.facts.timeline import LineSpoken
from protocol.model.moment import normal
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.bench.figure import Figure
from tests.bench.terminal import fence, start
from tests.console.rig import Rig, place

MELDINGEN = 300
RESTS_S = 20.0
SETTLES_S = 3.0
TARGET_PERCENT = 3.0


class NowRig(Rig):
    """A rig whose clock is this machine's."""

    def clock(self) -> datetime:
        """Goes on by itself."""
        return datetime.now(UTC)


class Quiet(ConsoleApp):
    """The board, everybody reacted, nothing promised."""

    promised = False

    def __init__(self) -> None:
        self._rig = rig = NowRig()
        rig.now = normal(datetime.now(UTC))
        rig.sign_on(*(f"12.{number:02d}" for number in range(1, 51)))
        for number in range(1, MELDINGEN + 1):
            spot = place(f"Dorpsstraat {number}", number * 37 % 4_000, number * 91 % 3_000)
            rig.open(number, "verdachte situatie", spot, 2 + number % 4)
            rig.happen(Reacted(incident=number, kind=ReactionKind.UNIT_NOW))
            rig.happen(LineSpoken(incident=number, text=Text("wij gaan kijken")), by="12.01")
            if self.promised:
                rig.happen(_promise(number, rig.now))
        super().__init__(store=rig.store, link=UpLink(wish=rig.wish), texts=rig.texts, clock=rig.clock)

    def on_mount(self) -> None:
        """The board is there at once."""
        super().on_mount()
        self._rig.welcome()


class Counting(Quiet):
    """The same board, a promise in each melding: one in five in its last two minutes."""

    promised = True


def countdowns() -> Iterator[Figure]:
    """Share of one core at rest."""
    yield Figure(
        name=f"{MELDINGEN} open meldingen with countdowns, at rest",
        value=_percent_of_core("tests.bench.countdowns:Counting"),
        unit="% of one core",
        target=TARGET_PERCENT,
        baseline=_percent_of_core("tests.bench.countdowns:Quiet"),
        baseline_name="the same board, nothing counting down",
        note=f"160x48, process time over {RESTS_S:.0f} s",
    )


def _promise(number: int, now: datetime) -> PromiseMade:
    last_minutes = number % 5 == 0
    seconds = 30 + number % 90 if last_minutes else 150 + number * 7
    return PromiseMade(
        incident=number,
        what=Text("belt terug"),
        due=now + timedelta(seconds=seconds),
        from_whom=Name("anna"),
        to_whom=Name("melder"),
    )


def _percent_of_core(app: str) -> float:
    with start(app, "diff", columns=160, rows=48) as session:
        session.wait_output()
        fence(session, 1)
        time.sleep(SETTLES_S)
        began, before_s = time.monotonic(), _process_s(session.process.pid)
        time.sleep(RESTS_S)
        spent_s = _process_s(session.process.pid) - before_s
        return 100 * spent_s / (time.monotonic() - began)


def _process_s(pid: int) -> float:
    """User and system time of the process, from the kernel's own count."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
