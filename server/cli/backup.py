"""`openlijn-server backup` and `restore`: says what `server.backup` copied and what it put back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from server.backup.make import make_backup
from server.backup.partial import Remains
from server.backup.restore import restore
from server.cli.plainly import said_plainly
from server.journal.schema import FILE_NAME as JOURNAL


@click.command("backup")
@click.option(
    "--data", "directory", type=click.Path(path_type=Path), required=True, help="Where the server remembers."
)
@click.argument("target", type=click.Path(path_type=Path))
def backup_(directory: Path, target: Path) -> None:
    """Copy everything that the server remembers into the new folder TARGET, also while it runs."""
    with said_plainly():
        made = make_backup(directory, target, datetime.now(UTC))
    manifest, contents = made.manifest, made.contents
    _say_remains(made.remains)
    click.echo(f"{target}: world {manifest.world}, every change up to number {manifest.records}; sound")
    click.echo(f"copied: {', '.join(sorted(manifest.sha256_by_name))}")
    if contents.made_anew:
        click.echo(f"left out, for it is made anew from {JOURNAL}: {', '.join(contents.made_anew)}")
    if contents.unknown:
        click.echo(f"left out, for it is not the server's: {', '.join(contents.unknown)}")
    for path in contents.elsewhere:
        click.echo(f"left out, for it lies elsewhere and the settings name it: {path}")
    if made.unread_settings:
        click.echo(f"the settings are copied, but what they name was not looked for: {made.unread_settings}")
    click.echo("It holds keys and what people said: keep it as safe as the server.", err=True)


@click.command("restore")
@click.option(
    "--data", "directory", type=click.Path(path_type=Path), required=True, help="A new or an empty folder."
)
@click.argument("backup", type=click.Path(path_type=Path))
def restore_(directory: Path, backup: Path) -> None:
    """Put BACKUP back as the data of a server, as a history of its own."""
    with said_plainly():
        restored = restore(backup, directory, datetime.now(UTC))
    manifest = restored.manifest
    _say_remains(restored.remains)
    made_at = manifest.made_at.isoformat(sep=" ", timespec="minutes")
    click.echo(
        f"{directory}: world {manifest.world} as it was at {made_at}, every change up to number "
        f"{manifest.records}"
    )
    click.echo(
        f"history {restored.history} begins (before: {manifest.history}): consoles fetch the board anew and "
        "ask what becomes of commands that had no answer; secrets are asked for again; links of melders are "
        "void, make new ones"
    )


def _say_remains(remains: Sequence[Remains]) -> None:
    for each in remains:
        done = (
            "removed"
            if each.removed
            else "half done, with keys in it, and it cannot be removed: do that yourself"
        )
        click.echo(f"{each.path}: left by a program that was killed; {done}", err=True)
