"""A rehearsal from order to summary: reads, dials, plays, and says on the terminal how it goes.

The shell of the rehearsal: links, signals, progress bar. What is played is `script`'s, how is `player`'s.
"""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic

from attrs import field, frozen
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text as Words

from protocol.address import Address
from protocol.errors import OpenlijnError
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import Event, Welcomed
from protocol.wire.messages import Welcome
from server.exercise.caller import Caller, Doorbell
from server.rehearse.fleet import call_signs
from server.rehearse.handler import Handler
from server.rehearse.judge import Judge
from server.rehearse.player import Player
from server.rehearse.report import show
from server.rehearse.schedule import Step
from server.rehearse.script import Order, Script, read_script
from server.rehearse.tally import Played, Tally
from server.rehearse.wishes import Pace, Wishes
from server.texts.texts import Texts

MAY_REHEARSE = frozenset({Role.CENTRALIST, Role.EXERCISE_LEADER})

FIND_SERVER_S = 15.0
"""Until a server that does not answer is given up; an argon2 check on a busy machine takes seconds."""


class NoRehearsal(OpenlijnError):
    """It cannot begin. `key` and `args_by_name` make the sentence."""

    def __init__(self, key: str, **args_by_name: str | int) -> None:
        super().__init__(key, args_by_name)
        self.key = key
        self.args_by_name = args_by_name


@frozen(kw_only=True)
class Visit:
    """The server, and as whom to go there."""

    address: Address
    secret: str = field(repr=False)
    into_live: bool = False
    """True when a world that is no exercise may be filled as well."""


async def rehearse(visit: Visit, order: Order, console: Console, texts: Texts) -> Played:
    """Plays it and shows the summary; ends early, with the summary, on SIGINT or SIGTERM.

    Raises RehearsalError, ConfigWrong, MappingLacks, NoRehearsal, NotLetIn.
    """
    stop = asyncio.Event()
    with _stopped_by_signals(stop):
        for path in (order.calls, order.tracks):
            if path is not None:
                console.print(Words(texts.say("reading", path=path.name)))
        script = await asyncio.to_thread(read_script, order)
        played = await _on_links(visit, order, script, stop, console, texts)
    show(console, texts, script.files, played)
    return played


async def _on_links(
    visit: Visit, order: Order, script: Script, stop: asyncio.Event, console: Console, texts: Texts
) -> Played:
    welcomes: list[Welcomed] = []

    def heard(event: Event) -> None:
        if isinstance(event, Welcomed):
            welcomes.append(event)
        wishes.heard(event)
        judge.heard(event)

    bell = Doorbell(url=visit.address.url, name=visit.address.name, secret=visit.secret)
    caller, reporter = Caller(bell, heard=heard), Caller(bell)
    pace = Pace(keeps_time=script.keeps_time, now_s=monotonic, pause=asyncio.sleep)
    tally = Tally()
    wishes, judge = Wishes(caller, pace, tally), Judge(lambda: caller.board)
    try:
        async with asyncio.TaskGroup() as tasks:
            links = [tasks.create_task(each.stay()) for each in (caller, reporter)]
            await _found(visit.address, caller, reporter)
            role = welcomes[0].welcome.role
            _may_begin(visit, welcomes[0].welcome)
            handler = None
            if not order.bare:
                speed = order.speed if script.keeps_time else 1.0
                handler = Handler(wishes, Name(visit.address.name), role, texts, speed=speed)
            player = Player(wishes, reporter, pace, texts, tally, handler)
            judge.begin()
            began_s = monotonic()
            playing = tasks.create_task(_play(player, script, console, texts))
            stopping = tasks.create_task(stop.wait())
            await asyncio.wait({playing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            interrupted = not playing.done()
            played = player.played(monotonic() - began_s, judge.judged(), interrupted=interrupted)
            for task in (playing, stopping, *links):
                task.cancel()
    except BaseExceptionGroup as group:
        raise group.exceptions[0] from None
    return played


def _may_begin(visit: Visit, welcome: Welcome) -> None:
    """Raises NoRehearsal before the first wish: a day of calls poured into live work cannot be taken back."""
    if welcome.role not in MAY_REHEARSE:
        raise NoRehearsal("wrong-role", name=visit.address.name, role=welcome.role.key)
    if not welcome.exercise and not visit.into_live:
        raise NoRehearsal("no-exercise", world=welcome.world)


async def _found(address: Address, *callers: Caller) -> None:
    try:
        async with asyncio.timeout(FIND_SERVER_S):
            for caller in callers:
                await caller.ready()
    except TimeoutError:
        raise NoRehearsal("no-server", url=str(address), seconds=int(FIND_SERVER_S)) from None


async def _play(player: Player, script: Script, console: Console, texts: Texts) -> None:
    plan = script.plan
    start = plan.start.astimezone(plan.zone)
    words = texts.say(
        "begins",
        start=f"{start:%Y-%m-%d %H:%M}",
        open=plan.open_at_start,
        calls=len(plan.calls),
        units=len(script.vehicles),
    )
    console.print(Words(words))
    await player.sign_on(call_signs(script.vehicles))
    with _progress(console, texts, script) as told:
        await player.play(script.steps(), plan.start, told)


@contextmanager
def _progress(console: Console, texts: Texts, script: Script) -> Iterator[Callable[[Step], None]]:
    """A bar over the calls' happenings; the file's own time stands beside it."""
    plan = script.plan
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[clock]}"),
        TimeRemainingColumn(),
        console=console,
    )
    with progress:
        task = progress.add_task(texts.say("progress"), total=script.length_s(), clock="")
        shown_s = -1.0

        def told(step: Step) -> None:
            nonlocal shown_s
            if monotonic() - shown_s < 0.1:  # ten times a second is enough for an eye
                return
            shown_s = monotonic()
            clock = f"{step.at.astimezone(plan.zone):%H:%M:%S}"
            progress.update(task, completed=(step.at - plan.start) / timedelta(seconds=1), clock=clock)

        yield told
        progress.update(task, completed=script.length_s())


@contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in numbers:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
