"""The command `map build`: an extract, a box and a target -> a map file, with a bar that moves meanwhile.

What goes wrong is one line on stderr and exit status 1. It imports what reads OpenStreetMap only when a map
is built, so that a server without it runs.
"""

import importlib
import math
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click
from attrs import frozen
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text as Words

from protocol.errors import OpenlijnError
from protocol.map.index import Box
from protocol.reader_language import language_of
from server.geo.build.box_words import box_of, written_box
from server.texts.texts import Texts

if TYPE_CHECKING:
    from server.geo.build.writer import Built

FILE = click.Path(path_type=Path, dir_okay=False)
PACKAGES = ("osmium", "shapely")
STRAY_TIMES = 4.0
"""A box around all streets this many times as large as the town holds corridors that nobody asked for."""


@click.group("map")
def maps() -> None:
    """The town's map."""


@maps.command("build")
@click.argument("extract", type=FILE)
@click.option("-o", "--output", "target", type=FILE, required=True, help="The map file to write.")
@click.option("--bbox", metavar="W,S,E,N", help="Only what lies in this box, in degrees.")
@click.option("--name", help="The town's name. Default: the name of the extract.")
def build(extract: Path, target: Path, bbox: str | None, name: str | None) -> None:
    """Build a map from an OpenStreetMap EXTRACT (.osm.pbf), such as sites offer for a province."""
    texts = Texts(language_of(os.environ))
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    try:
        box = None if bbox is None else box_of(bbox)
    except ValueError:
        _fail(err, texts.say("map-box-wrong", told=bbox or ""))
        return
    for package in PACKAGES:
        try:
            importlib.import_module(package)
        except ImportError:
            _fail(err, texts.say("map-extra-missing", package=package))
    if target.resolve() == extract.resolve():
        _fail(err, texts.say("map-over-extract", path=str(extract)))
    order = Order(extract=extract, target=target, box=box, name=name or extract.name.partition(".")[0])
    try:
        _build(order, out, texts)
    except OpenlijnError as error:
        _fail(err, str(error))


@frozen(kw_only=True)
class Order:
    """What is asked for."""

    extract: Path
    target: Path
    box: Box | None
    name: str


def _build(order: Order, out: Console, texts: Texts) -> None:
    # Here, because the rest of the server runs without osmium, and says its help without numpy.
    from server.geo.build.osm import ATTRIBUTION, Extract
    from server.geo.build.writer import write_map

    with _ended_tidily(), _bar(out, texts, order.extract) as (read, stage):
        extract = Extract(path=order.extract, box=order.box, watch=read)
        built = write_map(
            extract.told(),
            order.target,
            name=order.name,
            attribution=ATTRIBUTION,
            box=order.box,
            watch=stage,
        )
    for line in _findings(order, built, extract.nodes_lacking, texts):
        out.print(Words(line), soft_wrap=True)


def _findings(order: Order, built: "Built", nodes_lacking: int, texts: Texts) -> Iterator[str]:
    yield texts.say(
        "map-built",
        path=str(order.target),
        name=order.name,
        edges=built.edges,
        places=built.places,
        houses=built.houses,
        megabytes=round(built.file_bytes / 1e6, 1),
    )
    first = built.index_bytes + built.piece_bytes_by_level[0]
    whole = built.index_bytes + sum(built.piece_bytes_by_level)
    yield texts.say("map-pieces-built", pieces=built.pieces, first=first, all=whole)
    if nodes_lacking:
        yield texts.say("map-nodes-lacking", nodes=nodes_lacking)
    if order.box is None and _surface(built.whole) > STRAY_TIMES * _surface(built.box):
        yield texts.say("map-stray", whole=written_box(built.whole), town=written_box(built.box))


@contextmanager
def _ended_tidily() -> Iterator[None]:
    """SIGTERM ends it like Ctrl-C does, so that what was half written is taken away."""
    before = signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _bar(
    out: Console, texts: Texts, extract: Path
) -> Iterator[tuple[Callable[[int], None], Callable[[str, float], None]]]:
    """A bar that runs to and fro while the extract is read, whose end nobody knows, and fills after that."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=out,
        transient=True,
        disable=not out.is_terminal,
    )
    with progress:
        task = progress.add_task(texts.say("map-reading", path=extract.name, ways=0), total=None)
        shown_s = -math.inf

        def read(ways: int) -> None:
            nonlocal shown_s
            if monotonic() - shown_s < 0.1:  # ten times a second is enough for an eye
                return
            shown_s = monotonic()
            words = texts.say("map-reading", path=extract.name, ways=ways)
            progress.update(task, description=words)

        def stage(key: str, part: float) -> None:
            progress.update(task, description=texts.say(f"map-{key}"), total=1.0, completed=part)

        yield read, stage


def _surface(box: Box) -> float:
    return float((box.north - box.south) * (box.east - box.west))


def _fail(err: Console, sentence: str) -> None:
    err.print(Words(f"openlijn-server: {sentence}"), soft_wrap=True)
    sys.exit(1)
