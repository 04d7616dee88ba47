"""`openlijn-server journal`: looking through the journal, and getting a damaged one going again.

Says what `server.journal.verify` found and what `server.journal.repair` did; decides only what to offer.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from protocol.model.moment import from_ms, to_ms
from server.cli.plainly import said_plainly
from server.journal.repair import mend_derived, set_aside
from server.journal.verify import MAX_FINDINGS, Part, Report, verify

_DATA = click.option(
    "--data", "directory", type=click.Path(path_type=Path), required=True, help="Where the server remembers."
)


@click.group()
def journal() -> None:
    """What the server remembers: look through it, or get it going again."""


@journal.command("verify")
@_DATA
def verify_(directory: Path) -> None:
    """Read every record, also while the server runs. Status 1 when something is damaged."""
    with said_plainly():
        report = verify(directory)
    _say(report)
    sys.exit(0 if not report.findings else 1)


@journal.command("repair")
@_DATA
@click.option(
    "--from", "first_seq", type=click.IntRange(min=1), help="Set aside this record and all after it."
)
@click.option("--because", default="on a person's word", help="Why, kept beside what is set aside.")
def repair(directory: Path, first_seq: int | None, because: str) -> None:
    """Get a damaged journal going again, while no server runs. Copy the whole folder first.

    What is derived from the records is made anew. A damaged record cannot be: with --from, it and all after
    it are set aside, where they stay readable.
    """
    with said_plainly():
        report = verify(directory)
        damaged = report.first_damaged
        if not report.findings and first_seq is None:
            click.echo(f"{directory}: sound, {report.records} records; there is nothing to repair")
            return
        if first_seq != damaged:
            _offer(directory, damaged)
            sys.exit(1)
        now_ms = to_ms(datetime.now(UTC))
        if first_seq is not None:
            moved = set_aside(
                directory, world=report.meta.world, first_seq=first_seq, reason=because, now_ms=now_ms
            )
            click.echo(
                f"{directory}: {moved} records set aside, from {first_seq} on; the next change is number "
                f"{first_seq} of a new history: consoles fetch the board anew, and melders need new links"
            )
        mended = mend_derived(directory, world=report.meta.world, now_ms=now_ms)
        click.echo(
            f"{directory}: the index of incidents was made anew ({mended.index_entries} entries), "
            f"{mended.checkpoints} damaged saved boards dropped"
        )
        after = verify(directory)
    _say(after)
    sys.exit(0 if not after.findings else 1)


def _offer(directory: Path, damaged: int | None) -> None:
    """What could be done, and what it would cost."""
    if damaged is None:
        click.echo(f"openlijn-server: no record of {directory} is damaged, so none is set aside", err=True)
        return
    click.echo(
        f"openlijn-server: record {damaged} of {directory} is the first that is damaged. It and all after it "
        "can be set aside, which loses them to the board: stop the server, copy the whole folder, see "
        f"whether a backup holds more than {damaged - 1} records, and else say: openlijn-server journal "
        f"repair --data {directory} --from {damaged}",
        err=True,
    )


def _say(report: Report) -> None:
    made_at = from_ms(report.meta.created_ms).isoformat(sep=" ", timespec="minutes")
    click.echo(f"world {report.meta.world}, history {report.meta.history}, made {made_at}")
    for each in report.stretches:
        since = from_ms(each.since_ms).isoformat(sep=" ", timespec="minutes")
        click.echo(f"written by version {each.version} from record {each.first_seq} on, since {since}")
    click.echo(f"{report.records} records are sound, {report.torn} lie set aside")
    for finding in report.findings:
        where = finding.part.value if finding.seq is None else f"record {finding.seq}"
        click.echo(f"DAMAGED {where}: {finding.detail}")
    if any(finding.part is Part.PAGES for finding in report.findings):
        click.echo("the file itself is damaged, which nothing here mends: put a backup back")
    if len(report.findings) == MAX_FINDINGS:
        click.echo("... and perhaps more: only the first are told")
    click.echo("sound" if not report.findings else f"{len(report.findings)} findings")
