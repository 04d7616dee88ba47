"""The command `rehearse`: words from the command line -> an order, and what goes wrong -> one sentence.

Exit status 0 when played to the end, 130 when interrupted (with the summary), 1 when it could not begin.
"""

import asyncio
import math
import os
import sys
from datetime import datetime, time
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text as Words

from protocol.address import AddressWrong, read_address
from protocol.errors import OpenlijnError
from protocol.reader_language import language_of
from server.accounts.secret import SecretProblem, read_secret
from server.rehearse.run import NoRehearsal, Visit, rehearse
from server.rehearse.script import MappingLacks, Order
from server.texts.texts import Texts

MAX_SPEED = 100_000
FILE = click.Path(path_type=Path, dir_okay=False)


def _time_of_day(_context: click.Context, _option: click.Parameter, value: str | None) -> time | None:
    """`19:30`, local to the calls."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 a time of day has no zone
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a time of day such as 19:30") from None


def _factor(_context: click.Context, _option: click.Parameter, value: str) -> float:
    """A number over 0; infinity for `max` or 0."""
    if value in ("max", "0"):
        return math.inf
    try:
        speed = float(value)
    except ValueError:
        speed = math.nan
    if not 0 < speed <= MAX_SPEED:
        raise click.BadParameter(f"{value!r} is neither max nor a number over 0, up to {MAX_SPEED}")
    return speed


@click.command("rehearse")
@click.argument("url")
@click.option("--calls", type=FILE, required=True, help="CSV of calls for service.")
@click.option("--tracks", type=FILE, help="CSV of vehicle positions; the vehicles become the units.")
@click.option("--mapping", type=FILE, help="TOML: which column means what. Default: San Francisco.")
@click.option(
    "--start-at", metavar="HH:MM", callback=_time_of_day, help="Local time of day. Default: the busiest hour."
)
@click.option(
    "--speed",
    metavar="N|max",
    callback=_factor,
    default="1",
    show_default=True,
    help="max: as fast as it goes.",
)
@click.option(
    "--for",
    "for_s",
    type=click.FloatRange(0, min_open=True),
    help="Stop after so many seconds (of the file with max).",
)
@click.option(
    "--units", type=click.IntRange(1, 2000), help="At most so many. Default: every vehicle, or 150."
)
@click.option(
    "--bare", is_flag=True, help="Only the stages of the file: no handling, closed as in an emergency."
)
@click.option(
    "--into-live", is_flag=True, help="Also into a world that is no exercise: nothing takes it back."
)
@click.option("--secret-file", type=FILE, help="First line is the secret; only its owner may read it.")
def command(
    url: str,
    calls: Path,
    tracks: Path | None,
    mapping: Path | None,
    start_at: time | None,
    speed: float,
    for_s: float | None,
    units: int | None,
    bare: bool,
    into_live: bool,
    secret_file: Path | None,
) -> None:
    """Play a day of real calls into the server at URL (ws://NAME@host:port), as an ordinary client."""
    texts = Texts(language_of(os.environ))
    console = Console(highlight=False)
    order = Order(
        calls=calls,
        tracks=tracks,
        mapping=mapping,
        start_at=start_at,
        speed=speed,
        for_s=for_s,
        units=units,
        bare=bare,
    )
    try:
        address = read_address(url)
        ask = texts.say("secret-prompt", name=address.name)
        prompt = (lambda: str(click.prompt(ask, hide_input=True, err=True))) if sys.stdin.isatty() else None
        secret = read_secret(secret_file, os.environ, prompt)
        visit = Visit(address=address, secret=secret, into_live=into_live)
        played = asyncio.run(rehearse(visit, order, console, texts))
    except AddressWrong as error:
        _fail(texts.say(f"address-{error.problem}", shown=error.shown))
    except (SecretProblem, NoRehearsal) as error:
        _fail(texts.say(error.key, **error.args_by_name))
    except MappingLacks as error:
        _fail(texts.say(error.key, path=str(error.path)))
    except OpenlijnError as error:
        _fail(str(error))
    else:
        sys.exit(130 if played.interrupted else 0)


def _fail(sentence: str) -> None:
    Console(stderr=True, highlight=False).print(Words(f"openlijn-server: {sentence}"), soft_wrap=True)
    sys.exit(1)
