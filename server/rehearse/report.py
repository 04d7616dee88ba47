"""The summary of a rehearsal on the terminal: files, dirt, what was played, what was refused.

Values in, tables out; every word is from the texts, and what stood in the file is shown harmless.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen
from rich.console import Console
from rich.table import Table
from rich.text import Text as Words

from server.rehearse.findings import KindSummary, Summary
from server.rehearse.judge import Judged
from server.rehearse.tally import Played
from server.texts.texts import Texts, harmless

MIN_WIDTH = 40
"""So that a title over two short columns stays on one line."""

MAX_EXAMPLES = 2
"""Per kind of dirt; the counts are whole."""

MAX_NAMED = 50
"""Incidents that are named in one line; the count is whole."""


@frozen(kw_only=True)
class ReadFile:
    """A file and what reading it found."""

    path: Path
    summary: Summary


def show(console: Console, texts: Texts, files: Iterable[ReadFile], played: Played) -> None:
    """Everything, in the order in which a person asks for it."""
    files = tuple(files)
    console.print(Words(texts.say("interrupted" if played.interrupted else "finished")))
    console.print(_files(texts, files))
    for file in files:
        if file.summary.kinds:
            console.print(_dirt(texts, file))
    console.print(_played(texts, played))
    console.print(_judged(texts, played.judged))
    for line in _verdict(texts, played.judged):
        console.print(Words(line))
    for key, counts, prefix in (
        ("title-refusals", played.refusals, "refusal"),
        ("title-mismatches", played.mismatches, "mismatch"),
    ):
        table = _table(texts, key, "column-reason", "column-count")
        for what, count in counts:
            table.add_row(Words(texts.say(f"{prefix}-{what}")), str(count))
        if not counts:
            table.add_row(Words(texts.say("none")), "0")
        console.print(table)


def _files(texts: Texts, files: tuple[ReadFile, ...]) -> Table:
    columns = ("column-rows", "column-kept", "column-left-out", "column-unusable")
    table = _table(texts, "title-files", "column-file", *columns)
    for file in files:
        found = file.summary
        unusable = found.rows - found.kept - found.left_out
        table.add_row(
            Words(harmless(file.path.name)), *map(str, (found.rows, found.kept, found.left_out, unusable))
        )
    return table


def _dirt(texts: Texts, file: ReadFile) -> Table:
    table = Table(title=Words(texts.say("title-dirt", path=file.path.name)), title_justify="left")
    table.add_column(Words(texts.say("column-kind")))
    table.add_column(Words(texts.say("column-count")), justify="right")
    table.add_column(Words(texts.say("column-done")))
    table.add_column(Words(texts.say("column-example")))
    for kind in file.summary.kinds:
        done = ", ".join(texts.say(f"done-{what}") for what, _ in kind.done)
        kind_words = Words(texts.say(f"kind-{kind.kind}"))
        table.add_row(kind_words, str(kind.count), Words(done), Words(_examples(texts, kind)))
    return table


def _examples(texts: Texts, kind: KindSummary) -> str:
    return "\n".join(
        texts.say(
            "example" if example.found else "example-bare", **_filled(example.line, example.id, example.found)
        )
        for example in kind.examples[:MAX_EXAMPLES]
    )


def _filled(line: int, id: str, found: str) -> dict[str, str | int]:
    return {"line": line, "id": id or "–", **({"found": found} if found else {})}


def _played(texts: Texts, played: Played) -> Table:
    def seconds(value: float) -> str:
        return texts.say("value-s", seconds=f"{value:.1f}")

    answers = texts.say(
        "value-ms",
        p50=f"{played.answer_s(0.5) * 1000:.1f}",
        p99=f"{played.answer_s(0.99) * 1000:.1f}",
    )
    rows = (
        ("opened", str(played.opened)),
        ("open-before", str(played.open_before)),
        ("closed", str(played.closed)),
        ("still-open", str(played.still_open)),
        ("units", str(played.units)),
        ("assigned", str(played.assigned)),
        ("queued", str(played.queued)),
        ("longest-queue", str(played.longest_queue)),
        ("still-waiting", str(played.still_waiting)),
        ("positions", str(played.positions)),
        ("commands", str(played.commands)),
        ("rate", f"{played.commands / played.wall_s:.1f}" if played.wall_s else "–"),
        ("answer", answers),
        ("behind", seconds(played.behind_s)),
        ("wall", seconds(played.wall_s)),
        ("clock", seconds(played.clock_s)),
    )
    table = _table(texts, "title-played", "column-what", "column-count")
    for key, value in rows:
        table.add_row(Words(texts.say(f"played-{key}")), value)
    return table


def _judged(texts: Texts, judged: Judged) -> Table:
    """What was heard of promises, feedback and closings."""
    table = _table(texts, "title-judged", "column-what", "column-count")
    for key, count in (
        ("promises-made", judged.promises_made),
        ("promises-kept", judged.promises_kept),
        ("promises-moved", judged.promises_moved),
        ("promises-broken", judged.promises_broken),
        ("feedbacks-given", judged.feedbacks_given),
        ("feedbacks-impossible", judged.feedbacks_impossible),
        ("closings", judged.closings),
        ("emergencies", judged.emergencies),
        ("unready", len(judged.unready)),
    ):
        table.add_row(Words(texts.say(f"judged-{key}")), str(count))
    return table


def _verdict(texts: Texts, judged: Judged) -> Iterator[str]:
    """Whether every incident that was closed could be let go; otherwise which could not."""
    if judged.unready:
        named = ", ".join(f"{number}" for number in judged.unready[:MAX_NAMED])
        rest = len(judged.unready) - MAX_NAMED
        yield texts.say("judged-not-all", numbers=named if rest <= 0 else f"{named} (+{rest})")
    else:
        yield texts.say("judged-all", closings=judged.closings)
    if judged.unheard:
        yield texts.say("judged-unheard", changes=judged.unheard)


def _table(texts: Texts, title: str, first: str, *rest: str) -> Table:
    """A table whose first column holds words and whose others hold numbers."""
    table = Table(title=Words(texts.say(title)), title_justify="left", min_width=MIN_WIDTH)
    table.add_column(Words(texts.say(first)))
    for key in rest:
        table.add_column(Words(texts.say(key)), justify="right")
    return table
