"""The server's command line: run, account, map, rehearse, demo, journal, backup, restore.

Parses words, hands them to the piece that does the work, and turns its errors into one line and an exit
status of 1. It decides nothing else.
"""

import asyncio
import logging
import secrets
import signal
import ssl
from pathlib import Path

import click
from attrs import evolve

from protocol.model.role import Role
from protocol.release import RELEASE, told
from server.accounts.accounts import Accounts
from server.cli.backup import backup_, restore_
from server.cli.journal import journal
from server.cli.plainly import said_plainly
from server.journal.schema import FILE_NAME as JOURNAL_FILE
from server.ops.data_folder import check_data_folder
from server.settings.settings import FILE_NAME as SETTINGS_FILE
from server.settings.settings import Settings, read_settings

LIVE_PORT = 8765
EXERCISE_PORT = 8766
"""Another than the live one: whoever dials the usual address of the room never finds an exercise there."""

ROLES = {role.key: role for role in Role if role is not Role.MELDER}


class _Commands(click.Group):
    """The group; a command with much to import is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "map", "rehearse"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "rehearse":
            from server.rehearse.command import command

            return command
        if cmd_name == "map":
            from server.geo.build.command import maps

            return maps
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(RELEASE, message=told("openlijn-server"))
def main() -> None:
    """The Openlijn server: an incident board, a unit map and open lines for a control room."""


@main.command()
@click.option(
    "--data", "directory", type=click.Path(path_type=Path), required=True, help="Where it remembers."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"{LIVE_PORT} unless told, {EXERCISE_PORT} for an exercise; 0: any free one.",
)
@click.option("--unix", "unix_path", type=click.Path(path_type=Path), help="Listen on a Unix socket instead.")
@click.option("--tls-cert", type=click.Path(path_type=Path), help="Certificate chain (PEM).")
@click.option("--tls-key", type=click.Path(path_type=Path), help="Its private key (PEM).")
@click.option(
    "--classifications",
    type=click.Path(path_type=Path),
    help="The site's own list of classes, .json or .csv.",
)
@click.option(
    "--map", "map_path", type=click.Path(path_type=Path), help="The map of the town: see `map build`."
)
def run(
    directory: Path,
    host: str,
    port: int | None,
    unix_path: Path | None,
    tls_cert: Path | None,
    tls_key: Path | None,
    classifications: Path | None,
    map_path: Path | None,
) -> None:
    """Run the server of one world until SIGTERM or Ctrl-C."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("websockets").setLevel(logging.WARNING)
    with said_plainly():
        tls = _tls(tls_cert, tls_key)
        check_data_folder(directory)
        settings = read_settings(directory)
        if classifications is not None:
            settings = evolve(settings, classifications=classifications)
        if map_path is not None:
            settings = evolve(settings, map=map_path)
        if port is None:
            port = EXERCISE_PORT if settings.exercise else LIVE_PORT
        asyncio.run(_run(directory, settings, host, port, unix_path, tls))


@main.group()
def account() -> None:
    """Who may come in."""


@account.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(list(ROLES)), required=True)
@click.option("--data", "directory", type=click.Path(path_type=Path), required=True)
def account_add(name: str, role: str, directory: Path) -> None:
    """Make an account and show its secret, once."""
    with said_plainly():
        # Without either the first start decides, and it may yet be told to be an exercise.
        decided = any((directory / name).exists() for name in (SETTINGS_FILE, JOURNAL_FILE))
        exercise = read_settings(directory).exercise if decided else None
        secret = Accounts(directory).add(name, ROLES[role], exercise=exercise)
    click.echo(secret)
    click.echo(f"This is the secret of {name}; it is shown now and never again.", err=True)
    if exercise is None:
        click.echo(
            "It is not decided yet whether it is for a live world or for an exercise: the first server that "
            f"starts on {directory} decides, and without {SETTINGS_FILE} that is live. For an exercise, "
            f"write two lines into {directory / SETTINGS_FILE} before that: [world] and exercise = true",
            err=True,
        )


@account.command("remove")
@click.argument("name")
@click.option("--data", "directory", type=click.Path(path_type=Path), required=True)
def account_remove(name: str, directory: Path) -> None:
    """Take an account away; its tickets are void at once."""
    with said_plainly():
        Accounts(directory).remove(name)


@account.command("list")
@click.option("--data", "directory", type=click.Path(path_type=Path), required=True)
def account_list(directory: Path) -> None:
    """Show who may come in, as what, and into which kind of world: live, exercise or undecided."""
    with said_plainly():
        for each in Accounts(directory).all().values():
            kind = "undecided" if each.exercise is None else "exercise" if each.exercise else "live"
            click.echo("\t".join((each.name, each.role.key, kind)))


@main.command("demo")
@click.option(
    "--speed", default=1.0, show_default=True, type=click.FloatRange(0.1, 100), help="How fast it lives."
)
@click.option("--seed", type=int, help="The same seed gives the same shift; without it each is another.")
@click.option("--units", default=12, show_default=True, type=click.IntRange(1, 90), help="Units on duty.")
def demo_(speed: float, seed: int | None, units: int) -> None:
    """Run a private exercise with simulated people until stdin ends; prints its URL and secret as JSON."""
    # Here, because the other commands should not wait for it.
    from server.exercise.demo import Options, demo

    logging.basicConfig(level=logging.ERROR, format="%(levelname)s %(name)s: %(message)s")
    with said_plainly():
        demo(Options(speed=speed, seed=seed if seed is not None else secrets.randbits(31), units=units))


main.add_command(journal)
main.add_command(backup_)
main.add_command(restore_)


async def _run(
    directory: Path,
    settings: Settings,
    host: str,
    port: int,
    unix_path: Path | None,
    tls: ssl.SSLContext | None,
) -> None:
    # Here, because the other commands should not wait for what routes on maps.
    from server.ops.running import running

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with running(directory, settings, host=host, port=port, unix_path=unix_path, tls=tls) as server:
        where = (
            f"ws+unix://NAME@{unix_path}"
            if unix_path
            else f"{'wss' if tls else 'ws'}://NAME@{host}:{server.port}"
        )
        click.echo(
            f"openlijn-server: world {settings.world} at {where}, change {server.room.board.seq}", err=True
        )
        if not server.accounts.all():
            click.echo(
                "openlijn-server: nobody can come in yet: openlijn-server account add NAME --role centralist"
                f" --data {directory}",
                err=True,
            )
        await stop.wait()
    click.echo("openlijn-server: stopped", err=True)


def _tls(cert: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if cert is None and key is None:
        return None
    if cert is None or key is None:
        raise click.UsageError("--tls-cert and --tls-key go together")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(cert, key)
    except (OSError, ssl.SSLError) as error:
        raise click.UsageError(f"cannot use {cert} with {key}: {error}") from error
    return context
