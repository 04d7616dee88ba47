"""Two thousand members of lines in one process: they speak, hear, are cut, and see alarms.

Started as `python -m tests.bench.member_crowd` with one JSON line of orders on stdin; says `ready` when all
are in, and at the end of each part what every member heard and when.
"""

import asyncio
import json
import random
import sys
from collections import deque
from time import monotonic
from typing import Any

from protocol.commands.pairs import EndEmergency, RaiseEmergency
from protocol.commands.timeline import Speak
from protocol.model.text import Text
from protocol.session import timing
from tests.bench.member import TAG_SHOWN, Heard, Member

AWAY_S = (0.5, 2.5)
"""How long a cut member is away, least and most."""

ON_LINE_EVERY_S = 1.0
"""Between two ticks of what a member has of its line."""

ALARM_EVERY_S = 2.5


class Play:
    """What the members do."""

    def __init__(self, orders: dict[str, Any]) -> None:
        self.heard = Heard()
        self.members = [Member(orders, row, self.heard) for row in orders["members"]]
        self._orders = orders
        self._dice = random.Random(7)
        self._members_by_incident: dict[int, list[Member]] = {}
        for member in self.members:
            self._members_by_incident.setdefault(member.incident, []).append(member)
        self._asked_for: deque[int] = deque()
        """Lines on which somebody speaks next: a member of it is away."""

        self._away: set[Member] = set()
        self._next = 0

    async def come_in(self) -> None:
        """Everybody, twenty at a time."""
        gate = asyncio.Semaphore(20)

        async def one(member: Member) -> None:
            async with gate:
                await member.dial()

        async with asyncio.TaskGroup() as tasks:
            for member in self.members:
                tasks.create_task(one(member))

    async def beat(self) -> None:
        """Everybody's signs of life and ticks, spread over their intervals. Ends by cancellation."""
        began_s, beats, ticks = monotonic(), 0, 0
        count = len(self.members)
        while True:
            passed_s = monotonic() - began_s
            while beats < passed_s / timing.HEARTBEAT_S * count:
                self.members[beats % count].say_alive()
                beats += 1
            while ticks < passed_s / ON_LINE_EVERY_S * count:
                self.members[ticks % count].say_what_is_here()
                ticks += 1
            await asyncio.sleep(0.005)

    async def speak(self, for_s: float) -> None:
        """So many messages a second, on lines at random."""
        began_s, done = monotonic(), 0
        while (passed_s := monotonic() - began_s) < for_s:
            while done < passed_s * self._orders["per_s"]:
                incident = (
                    self._asked_for.popleft()
                    if self._asked_for
                    else self._dice.choice(tuple(self._members_by_incident))
                )
                here = [each for each in self._members_by_incident[incident] if each not in self._away]
                self._next, done = self._next + 1, done + 1
                text = Text(f"{self._next} staan bij de achterdeur, twee personen gezien")
                self.heard.sent_at[self._next] = monotonic()
                self._dice.choice(here).wish(Speak(incident=incident, text=text))
            await asyncio.sleep(0.002)

    async def be_cut(self, cuts: int, for_s: float) -> None:
        """Members whose links go, half of them without the server knowing, and who come back."""
        async with asyncio.TaskGroup() as tasks:
            for number, member in enumerate(self._dice.sample(self.members, cuts)):
                tasks.create_task(self._one_cut(member, silently=bool(number % 2)))
                await asyncio.sleep(for_s / cuts)

    async def _one_cut(self, member: Member, *, silently: bool) -> None:
        self._away.add(member)
        member.cut(silently=silently)
        away_s = self._dice.uniform(*AWAY_S)
        for _ in range(3):
            self._asked_for.append(member.incident)
            await asyncio.sleep(away_s / 3)
        await member.dial()
        self._away.discard(member)

    async def alarms(self, for_s: float) -> None:
        """One colleague after the other is in need, and is helped."""
        number, ends_s = self._orders["next_incident"], monotonic() + for_s
        for member in self._dice.sample([each for each in self.members if not each.is_slow], 100):
            self.heard.raised_at[number] = monotonic()
            member.wish(RaiseEmergency(unit=member.unit))
            number += 1
            await asyncio.sleep(ALARM_EVERY_S / 2)
            member.wish(EndEmergency(unit=member.unit, why=Text("collega's ter plaatse")))
            await asyncio.sleep(ALARM_EVERY_S / 2)
            if monotonic() >= ends_s:
                return

    async def slow_down(self, tasks: asyncio.TaskGroup, count: int) -> list[asyncio.Task[None]]:
        """So many links become slow."""
        return [tasks.create_task(each.be_slow()) for each in self._dice.sample(self.members, count)]


async def main() -> None:
    """Reads the orders, lets everybody in, plays both parts, and reports."""
    loop = asyncio.get_running_loop()
    orders = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
    play = Play(orders)
    heard = play.heard
    await play.come_in()
    async with asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(play.beat())]
        await asyncio.sleep(2)
        say({"ready": len(play.members)})
        await loop.run_in_executor(None, sys.stdin.readline)
        before, began_s = heard.frames.copy(), monotonic()
        async with asyncio.TaskGroup() as part:
            part.create_task(play.speak(orders["for_s"]))
            part.create_task(play.be_cut(orders["cuts"], orders["for_s"] - 3))
        frames = heard.frames - before
        lines = {
            "delays_s": heard.delays_s.copy(),
            "frames_per_s": frames.total() / (monotonic() - began_s),
            "words_per_s": frames[TAG_SHOWN] / (monotonic() - began_s),
            "late": heard.late,
            "resumes": heard.resumes,
            "snapshots": heard.snapshots,
        }
        say(lines)
        await loop.run_in_executor(None, sys.stdin.readline)
        running += await play.slow_down(tasks, orders["slow"])
        await asyncio.sleep(2)
        async with asyncio.TaskGroup() as part:
            part.create_task(play.speak(orders["alarms_for_s"]))
            part.create_task(play.alarms(orders["alarms_for_s"] - ALARM_EVERY_S))
        await asyncio.sleep(2)
        for task in running:
            task.cancel()
    say(
        {
            "quick_alarms_s": heard.alarms_s[False],
            "slow_alarms_s": heard.alarms_s[True],
            "raised": len(heard.raised_at),
            "sent": len(heard.sent_at),
            "refusals": heard.refusals,
            "ids": [[each.name, each.incident, sorted(each.ids.elements())] for each in play.members],
        }
    )


def say(value: Any) -> None:
    """One JSON line to whoever started us."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
