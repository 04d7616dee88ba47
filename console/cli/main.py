"""The console's command line: the screen on a URL, the demonstration, and `do`, `watch` and `history`.

Parses words, hands them to the piece that does the work, and turns its troubles into one sentence and an exit
status. Every sentence comes from the texts, the help included. What only one command needs is imported there:
the demonstration's child is started before anything heavy is loaded.
"""

import asyncio
import os
import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from console.cli.exits import Exit, ended
from console.cli.terminal import terminal_trouble
from console.net.access import Access, access
from console.texts.texts import Texts
from console.texts.trouble import CannotGoOn, Trouble
from protocol.errors import Refused
from protocol.reader_language import language_of
from protocol.release import RELEASE, told

KEEP_TYPED_H = 12.0
"""A shift and its overrun. What was typed holds what people told in need: it does not lie about for long."""

TEXTS = Texts(language_of(os.environ))


class _UrlOrCommand(click.Group):
    """`openlijn URL` is `openlijn console URL`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if first is not None and first not in self.commands:
            args = ["console", *args]
        return super().parse_args(ctx, args)


def _with_access(command: Any) -> Any:
    """The options that every command with a URL has."""
    for option in (
        click.option("--ca", "ca_file", type=click.Path(path_type=Path), help=TEXTS.say("cli-ca")),
        click.option("--secret-file", type=click.Path(path_type=Path), help=TEXTS.say("cli-secret-file")),
        click.argument("url"),
    ):
        command = option(command)
    return command


_JSON = click.option("--json", "as_json", is_flag=True, help=TEXTS.say("cli-json"))
_REACH = click.option(
    "--within",
    "reach_s",
    default=10.0,
    show_default=True,
    type=click.FloatRange(0.1, 3600),
    help=TEXTS.say("cli-within"),
)


@click.group(
    cls=_UrlOrCommand,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=TEXTS.say("cli-help"),
)
@click.version_option(RELEASE, message=told("openlijn"), help=TEXTS.say("cli-version"))
@click.option("--demo", is_flag=True, help=TEXTS.say("cli-demo"))
@click.pass_context
def main(ctx: click.Context, demo: bool) -> None:
    """Where every word of the command line begins."""
    if ctx.invoked_subcommand is not None:
        return
    if not demo:
        click.echo(ctx.get_help())
        ctx.exit(Exit.NOT_UNDERSTOOD)
    ctx.exit(_plainly(_demo))


@main.command("console", help=TEXTS.say("cli-console"))
@_with_access
@click.option(
    "--keep-typed",
    "keep_h",
    default=KEEP_TYPED_H,
    show_default=True,
    envvar="OPENLIJN_KEEP_TYPED",
    type=click.FloatRange(0, 168),
    help=TEXTS.say("cli-keep-typed"),
)
@click.option("--keep-nothing", is_flag=True, help=TEXTS.say("cli-keep-nothing"))
def console_(
    url: str, secret_file: Path | None, ca_file: Path | None, keep_h: float, keep_nothing: bool
) -> None:
    """The screen."""
    keep_typed = None if keep_nothing else timedelta(hours=keep_h)
    sys.exit(_plainly(lambda: _screen(_access(url, secret_file, ca_file), keep_typed)))


@main.command("do", help=TEXTS.say("cli-do"))
@_with_access
@click.argument("lines", nargs=-1, required=True)
@_JSON
@click.option("--keep-going", is_flag=True, help=TEXTS.say("cli-keep-going"))
@_REACH
@click.option(
    "--answer-within",
    "answer_s",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0.1, 3600),
    help=TEXTS.say("cli-answer-within"),
)
def do_(
    url: str,
    lines: tuple[str, ...],
    secret_file: Path | None,
    ca_file: Path | None,
    as_json: bool,
    keep_going: bool,
    reach_s: float,
    answer_s: float,
) -> None:
    """Command lines without a screen."""
    from console.actions.catalog import CATALOG
    from console.cli.do import Doer, Manner, as_json_line, usage, verbs
    from console.net.link import new_link

    manner = Manner(as_json=as_json, keep_going=keep_going, reach_s=reach_s, answer_s=answer_s)

    def run() -> int:
        if all(line.strip() in ("help", "?") for line in lines):
            for row in verbs(CATALOG, TEXTS):
                click.echo(as_json_line(row) if as_json else usage(row))
            return Exit.DONE
        given: Iterable[str] = lines
        if lines == ("-",):
            given = (line for line in map(str.strip, sys.stdin) if line and not line.startswith("#"))
        link = new_link(_access(url, secret_file, ca_file), attended=False)
        return asyncio.run(Doer(link, CATALOG, TEXTS, manner, click.echo).run(given))

    sys.exit(_plainly(run))


@main.command("watch", help=TEXTS.say("cli-watch"))
@_with_access
@_JSON
@click.option("--positions", is_flag=True, help=TEXTS.say("cli-positions"))
@click.option("--for", "for_s", type=click.FloatRange(min=0.0), help=TEXTS.say("cli-for"))
@_REACH
def watch_(
    url: str,
    secret_file: Path | None,
    ca_file: Path | None,
    as_json: bool,
    positions: bool,
    for_s: float | None,
    reach_s: float,
) -> None:
    """Everything that happens."""
    from console.cli.watch import Watching, watch
    from console.net.link import new_link

    def run() -> int:
        watching = Watching(as_json=as_json, positions=positions, for_s=for_s, reach_s=reach_s)
        link = new_link(_access(url, secret_file, ca_file))
        asyncio.run(watch(link, TEXTS, watching, click.echo, _to_stderr))
        return Exit.DONE

    sys.exit(_plainly(run))


@main.command("history", help=TEXTS.say("cli-history"))
@_with_access
@click.argument("number", type=click.IntRange(1, 2**31 - 1))
@_JSON
@_REACH
def history_(
    url: str, number: int, secret_file: Path | None, ca_file: Path | None, as_json: bool, reach_s: float
) -> None:
    """Everything that happened with one incident."""
    from console.cli.do import as_json_line
    from console.documents.fact_sentences import told
    from console.net.document_fetch import past_of, rows_of
    from console.net.link import new_link

    def run() -> int:
        link = new_link(_access(url, secret_file, ca_file))
        for row in rows_of(asyncio.run(past_of(link, number, reach_s=reach_s))):
            click.echo(as_json_line(row) if as_json else told(row, link.store.board, TEXTS))
        return Exit.DONE

    sys.exit(_plainly(run))


def _access(url: str, secret_file: Path | None, ca_file: Path | None) -> Access:
    return access(url, secret_file=secret_file, ca_file=ca_file, ask=_ask if sys.stdin.isatty() else None)


def _ask(name: str) -> str:
    secret: str = click.prompt(TEXTS.say("secret-prompt", name=name), hide_input=True, err=True)
    return secret


def _screen(given: Access, keep_typed: timedelta | None) -> int:
    """The console on this terminal, with what is unanswered and what is typed kept on disk; None: nothing."""
    from console.map.cache import PieceCache
    from console.memory.folders import state_directory
    from console.memory.run_memory import RunMemory
    from console.shell.app import run_console

    if (trouble := terminal_trouble()) is not None:
        return _said(trouble, Exit.NOT_UNDERSTOOD)
    if keep_typed is None:
        return ended(run_console(given, TEXTS))
    # Where nothing can be kept the screen itself says so: it covers whatever is said before it.
    memory = RunMemory(given.address, keep_typed=keep_typed)
    try:
        return ended(
            run_console(given, TEXTS, memory=memory, map_cache=PieceCache(), log_in=state_directory())
        )
    finally:
        memory.try_again()
        wishes, texts = memory.kept()
        if memory.trouble is not None:
            _to_stderr(memory.trouble.sentence(TEXTS))
        memory.close()
        if wishes or texts:
            what = TEXTS.say("left-what", wishes=wishes, texts=texts)
            hours = round(keep_typed.total_seconds() / 3600)
            told = TEXTS.say("kept-at-the-end", what=what, wishes=wishes, texts=texts, hours=hours)
            _to_stderr(told.strip())


def _demo() -> int:
    """A private server and the console on it. Nothing of either stays."""
    from console.cli.demo import demo_server, joining

    if (trouble := terminal_trouble()) is not None:
        return _said(trouble, Exit.NOT_UNDERSTOOD)
    with demo_server() as server:
        # Loaded while the child starts.
        from console.shell.about import Note
        from console.shell.app import run_console

        given, notes = server.access(), []
        if server.unit is not None:
            unit = server.unit
            notes.append(Note(text=TEXTS.say("demo-unit", unit=unit.address.name), command=joining(unit)))
        return ended(run_console(given, TEXTS, notes=notes))


def _plainly(run: Any) -> int:
    """The exit status of `run`; what goes wrong outside of the commands is one sentence on stderr."""
    try:
        return int(run())
    except CannotGoOn as error:
        return _said(error.trouble)
    except Refused as refused:
        _to_stderr(TEXTS.refusal(refused))
        return Exit.REFUSED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; the interpreter must not stumble over it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def _said(trouble: Trouble, status: Exit = Exit.NO_SERVER) -> Exit:
    _to_stderr(trouble.sentence(TEXTS))
    return status


def _to_stderr(text: str) -> None:
    click.echo(text, err=True)
