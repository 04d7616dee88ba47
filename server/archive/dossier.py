"""The dossier: a pattern over incidents with an advice and a day to follow up, as Markdown or CSV (A84, A85).

Made from cases that a filter found; written for people outside the control room, so it names no melder.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from attrs import frozen

from server.archive.case import Case
from server.texts.texts import Texts, harmless

MOST = 500
COLUMNS = (
    "number",
    "opened",
    "closed",
    "priority",
    "code",
    "what",
    "place",
    "lat",
    "lon",
    "story",
    "units",
    "reaction",
    "closed_because",
    "feedback",
)


@frozen(kw_only=True)
class Dossier:
    """What goes in; cases oldest first."""

    title: str
    world: str
    exercise: bool
    made: datetime
    filter: str
    """What was asked for, in words; "" for everything."""

    total: int
    """How many there are, of which `cases` are the newest."""

    cases: tuple[Case, ...]
    advice: str
    follow_up: date | None


def as_markdown(dossier: Dossier, texts: Texts) -> str:
    """The dossier to read. Times as the server's place has them."""
    say = texts.say
    lines = [f"# {_inline(say('dossier-title', title=dossier.title or say('dossier-untitled')))}", ""]
    if dossier.exercise:
        lines += [f"**{say('dossier-exercise')}**", ""]
    lines += [
        _inline(say("dossier-made", at=_local(dossier.made), world=dossier.world)),
        _inline(say("dossier-filter", filter=dossier.filter or say("dossier-everything"))),
        _period(dossier, texts),
        "",
        f"## {say('dossier-pattern')}",
        "",
        *_counts(say("dossier-by-place"), say("dossier-times"), (case.place for case in dossier.cases)),
        *_counts(say("dossier-by-what"), say("dossier-times"), map(_kind, dossier.cases)),
        *_by_time(dossier.cases, say),
        f"## {say('dossier-cases')}",
        "",
        *(line for case in dossier.cases for line in _case(case)),
        f"## {say('dossier-advice')}",
        "",
        _inline(dossier.advice) if dossier.advice else say("dossier-no-advice"),
        "",
        say("dossier-follow-up", day=dossier.follow_up.isoformat())
        if dossier.follow_up
        else say("dossier-no-follow-up"),
        "",
    ]
    return "\n".join(lines)


def as_csv(dossier: Dossier) -> str:
    """One row a case; times ISO 8601 UTC. Advice, day and exercise are columns, the same on each row."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow((*COLUMNS, "exercise", "advice", "follow_up"))
    tail = (dossier.exercise, dossier.advice, dossier.follow_up.isoformat() if dossier.follow_up else None)
    for case in dossier.cases:
        writer.writerow([_cell(value) for value in (*(getattr(case, name) for name in COLUMNS), *tail)])
    return out.getvalue()


def _cell(value: object) -> object:
    """A spreadsheet takes a text that begins with one of these for a formula."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        value = " ".join(map(str, value))
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def _period(dossier: Dossier, texts: Texts) -> str:
    if not dossier.cases:
        return texts.say("dossier-none")
    return texts.say(
        "dossier-count",
        count=len(dossier.cases),
        total=dossier.total,
        first=_local(dossier.cases[0].opened),
        last=_local(dossier.cases[-1].opened),
    )


def _kind(case: Case) -> str:
    return f"{case.what} ({case.code})" if case.code else case.what


def _counts(title: str, times: str, values: Iterable[str]) -> list[str]:
    """A table of what recurs, the most frequent first."""
    counts = Counter(values).most_common(10)
    rows = [f"| {_inline(name)} | {count} |" for name, count in counts]
    return [f"| {title} | {times} |", "|---|---:|", *rows, ""] if rows else []


def _by_time(cases: Sequence[Case], say: Callable[..., str]) -> list[str]:
    """When it happens: which days, and which part of the day."""
    if not cases:
        return []
    opened = [case.opened.astimezone() for case in cases]
    days = say("dossier-weekdays").split()
    return [
        *_counts(say("dossier-by-weekday"), say("dossier-times"), (days[at.weekday()] for at in opened)),
        *_counts(
            say("dossier-by-hours"),
            say("dossier-times"),
            (f"{at.hour // 4 * 4:02}:00-{at.hour // 4 * 4 + 3:02}:59" for at in opened),
        ),
    ]


def _case(case: Case) -> list[str]:
    head = f"### {case.number} · {_local(case.opened)} · {_inline(_kind(case))} · {_inline(case.place)}"
    rest = [part for part in (case.story, case.closed_because) if part]
    return [head, "", *(line for part in rest for line in (_inline(part), ""))]


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _inline(text: str) -> str:
    """What people wrote, on one line, and nothing in it is Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", harmless(" ".join(text.split())))
