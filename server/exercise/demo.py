"""The demonstration: a private server with a map and a simulated shift, in a directory that goes with it.

Started by the console as a child (`openlijn-server demo`). Says where it is in one line of JSON on stdout and
lives until its stdin ends (then whoever started it is gone, in whatever way) or a signal asks it to stop.
"""

import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from attrs import evolve, frozen

from protocol.address import Address
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.one_error import one_error_as_itself
from server.accounts.accounts import EPHEMERAL, Accounts
from server.exercise.melders import Melders
from server.exercise.play import Play
from server.exercise.private_directory import private_directory
from server.exercise.setting.setting import STAFF
from server.exercise.shift import Shift, make_setting
from server.exercise.site import settings_of
from server.exercise.town.town import Town
from server.exercise.town.town_map import ATTRIBUTION, told_of
from server.gateway.tcp_address import claimed_port
from server.geo.build.writer import write_map
from server.ops.running import running

VISITOR = Name("centralist")
OWN_UNIT = Name("12.99")
"""A unit for a second terminal: nobody of the shift, so that nothing moves it but whoever signs it on."""

LOOPBACK = "127.0.0.1"
"""Where a melder's page is found: a browser on this machine opens it, and nobody else can."""

MAX_SOCKET_PATH_BYTES = 100
"""The kernel takes 107; where temporary directories lie deeper, the demonstration listens on 127.0.0.1."""

MAP_NAME = "town.map"

WARM_S = 540.0
"""How long the shift has been going on when the visitor comes in, in seconds of its own clock."""

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@frozen(kw_only=True)
class Options:
    """How the shift goes."""

    speed: float = 1.0
    """Seconds of the shift in a second of the wall clock."""

    seed: int = 1
    units: int = 12


def demo(options: Options) -> None:
    """Runs the demonstration until stdin ends or a signal comes; its directory is gone afterwards."""
    asyncio.run(_until_stopped(options))


async def _until_stopped(options: Options) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in STOP_SIGNALS:
        loop.add_signal_handler(number, stop.set)
    _watch_stdin(lambda: loop.call_soon_threadsafe(stop.set))
    with private_directory() as directory:
        try:
            with one_error_as_itself():
                async with asyncio.TaskGroup() as tasks:
                    world = tasks.create_task(_world(directory, options, _announce), name="world")
                    await stop.wait()
                    world.cancel()
        finally:
            # A thread that opens the journal just now would write into the directory while it goes.
            await loop.shutdown_default_executor()


async def _world(directory: Path, options: Options, announce: Callable[[Mapping[str, str]], None]) -> None:
    """The server and its shift, until cancelled."""
    shift = Shift(make_setting(options.seed, options.units), options.seed, warm_until_s=WARM_S)
    secrets = Accounts(directory, hasher=EPHEMERAL).add_all(
        {VISITOR: Role.CENTRALIST, OWN_UNIT: Role.UNIT, **_cast(shift)}
    )
    began = datetime.now(UTC) - timedelta(seconds=WARM_S / options.speed)
    shown: datetime | None = began

    def clock() -> datetime:
        return shown or datetime.now(UTC)

    def show_time(now_s: float) -> None:
        nonlocal shown
        shown = began + timedelta(seconds=now_s / options.speed)

    socket_path: Path | None = directory / "socket"
    if len(os.fsencode(directory / "socket")) > MAX_SOCKET_PATH_BYTES:
        socket_path = None
    map_path = directory / MAP_NAME
    await asyncio.to_thread(_write_town, shift.setting.town, map_path)
    with claimed_port(LOOPBACK, 0) as pages:
        settings = evolve(settings_of(shift.setting, map_path), melder_url=f"http://{LOOPBACK}:{pages.port}")
        async with running(directory, settings, unix_path=socket_path, besides=pages, clock=clock) as server:
            scheme, where = (
                ("ws+unix", str(socket_path)) if socket_path else ("ws", f"{LOOPBACK}:{server.port}")
            )
            address = Address(scheme=scheme, name=VISITOR, where=where)
            known = {name: secrets[name] for name in _cast(shift)}
            melders = Melders(server.room, settings.terms)
            play = Play(shift, address.url, known, clock=clock, speed=options.speed, as_melder=melders.do)
            async with asyncio.TaskGroup() as tasks:
                await play.stay_in(tasks)
                await play.warm_up(WARM_S, show_time)
                shown = None
                began_s = monotonic()

                def now_s() -> float:
                    return WARM_S + (monotonic() - began_s) * options.speed

                await play.report(now_s())
                announce(
                    {
                        "url": str(address),
                        "secret": secrets[VISITOR],
                        "unit_url": str(evolve(address, name=OWN_UNIT)),
                        "unit_secret": secrets[OWN_UNIT],
                    }
                )
                await play.go_on(now_s, asyncio.sleep)


def _write_town(town: Town, path: Path) -> None:
    write_map(told_of(town), path, name=town.name, attribution=ATTRIBUTION)


def _cast(shift: Shift) -> dict[str, Role]:
    """Everybody simulated has an account: whoever speaks on a line is called by name there."""
    roles: dict[str, Role] = dict.fromkeys(shift.setting.crew_by_call_sign, Role.UNIT)
    roles.update(STAFF)
    return roles


def _announce(ways_in: Mapping[str, str]) -> None:
    sys.stdout.write(json.dumps(dict(ways_in)) + "\n")
    sys.stdout.flush()


def _watch_stdin(ended: Callable[[], object]) -> None:
    """Calls `ended` once stdin is at its end; a terminal is left alone, its signals say enough."""
    if os.isatty(0):
        return

    def watch() -> None:
        try:
            while os.read(0, 4096):
                pass
        except OSError:
            pass  # a closed stdin has ended too
        ended()

    threading.Thread(target=watch, name="stdin", daemon=True).start()
