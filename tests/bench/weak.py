"""A weak link: 9,600 bit/s, 300 ms each way, 2 % of packets lost; real TCP between two network namespaces.

The emulator lies beside the checkout and needs root; where either is missing the bench says so in a word. The
console runs at the far end, the server and whoever makes the work at the near end. The baseline is a plain
websockets server that sends the same bulk and, five seconds later, the same urgent bytes.
"""

import asyncio
import base64
import importlib.util
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from tests.bench.figure import Figure, percentile
from tests.bench.processes import NAME, account

EMULATOR = Path(__file__).parents[3] / "shared/tools/tunlink.py"
FAR, NEAR = "olfar", "olnear"
ADDRESS, PORT = "10.99.1.2", 8765
MELDINGEN = 45
ARRIVALS = 5
BULK_BYTES, URGENT_BYTES, URGENT_AFTER_S = 30_000, 60, 5.0


def missing() -> str | None:
    """Why this bench cannot run here; None when it can."""
    if not EMULATOR.exists():
        return "the emulator is not beside the checkout"
    if os.geteuid() != 0 or not Path("/dev/net/tun").exists():
        return "network namespaces need root and /dev/net/tun"
    return None


def weak_link() -> Iterator[Figure]:
    """All figures of the weak link, or a word on why there are none."""
    why = missing()
    if why is not None:
        sys.stderr.write(f"skipped: {why}\n")
        return
    results = asyncio.run(_play())
    tens, wholes = results["tens_s"], results["wholes_s"]
    yield Figure(
        name="9,600 bit/s: connect -> the ten most urgent known",
        value=median(tens),
        unit="s",
        target=3,
        note=f"median of {ARRIVALS}, the password's hash included; worst {max(tens):.1f} s",
    )
    yield Figure(
        name="9,600 bit/s: connect -> whole board of 100",
        value=median(wholes),
        unit="s",
        target=12,
        note=f"median of {ARRIVALS}, worst {max(wholes):.1f} s; {results['board_bytes']:.0f} bytes came down",
    )
    delays = results["delays_s"]
    yield Figure(
        name="9,600 bit/s, bulk under way, 50 units moving: priority-1 melding -> store, p95",
        value=percentile(delays, 0.95),
        unit="s",
        target=1.5,
        baseline=results["raw_s"],
        baseline_name="plain websockets, urgent behind bulk",
        note=(
            f"{len(delays)} meldingen, p50 {percentile(delays, 0.5):.2f} s, worst {max(delays):.2f} s; "
            f"{results['documents']} documents of 30 kB came meanwhile, in {results['document_s']:.0f} s each"
        ),
    )
    yield Figure(
        name="9,600 bit/s: links that were closed",
        value=results["closed"],
        unit="",
        target=0,
    )


async def _play() -> dict[str, Any]:
    with TemporaryDirectory() as folder, _link() as link:
        directory = Path(folder)
        results = await _ours(directory, link)
    with _link():
        results["raw_s"] = await _baseline()
    return results


async def _ours(directory: Path, link: Any) -> dict[str, Any]:
    secret, _ = account(directory)
    url = f"ws://{ADDRESS}:{PORT}"
    basic = base64.b64encode(f"{NAME}:{secret}".encode()).decode()
    server_command = ("-m", "server", "run", "--data", str(directory), "--host", ADDRESS)
    async with (
        _inside(NEAR, *server_command, stderr=asyncio.subprocess.DEVNULL),
        _inside(NEAR, "-m", "tests.bench.weak_driver") as driver,
    ):
        await asyncio.sleep(1.5)
        _order(driver, url=url, name=NAME, secret=secret)
        await _said(driver)
        tens, wholes, sizes = [], [], []
        for _ in range(ARRIVALS):
            before = link.ba.bytes
            async with _inside(FAR, "-m", "tests.bench.weak_console") as console:
                _order(console, url=url, basic=basic)
                started = (await _heard(console, "dial"))["at"]
                tens.append((await _heard(console, "ten"))["at"] - started)
                wholes.append((await _heard(console, "whole"))["at"] - started)
                sizes.append(link.ba.bytes - before)
        _order(driver)
        document = (await _said(driver))["document"]
        delays, documents, document_s, closed = await _under_bulk(driver, url, basic, document)
    return {
        "tens_s": tens,
        "wholes_s": wholes,
        "board_bytes": median(sizes),
        "delays_s": delays,
        "documents": documents,
        "document_s": document_s,
        "closed": closed,
    }


async def _under_bulk(
    driver: asyncio.subprocess.Process,
    url: str,
    basic: str,
    document: int | None,
    *,
    meldingen: int = MELDINGEN,
    window: dict[str, int] | None = None,
    moved: Callable[[float, list[int]], object] = lambda _at_s, _units: None,
) -> tuple[list[float], int, float, int]:
    """Meldingen while documents come down: their delays, how many documents, seconds each, links closed.

    `window` is what the map at the far end shows; `moved` hears whose positions came in there, and when.
    """
    arrived_at: dict[int, float] = {}
    documents: list[float] = []
    closed = 0
    async with _inside(FAR, "-m", "tests.bench.weak_console") as console:
        fetched = {} if document is None else {"document": f"history/{document}"}
        shown = {} if window is None else {"window": window}
        _order(console, url=url, basic=basic, **fetched, **shown)
        await _heard(console, "whole")
        _order(driver)

        async def listen() -> None:
            nonlocal closed
            assert console.stdout is not None
            while line := await console.stdout.readline():
                said = json.loads(line)
                match said["event"]:
                    case "change":
                        arrived_at[said["seq"]] = said["at"]
                    case "moved":
                        moved(said["at"], said["units"])
                    case "document":
                        documents.append(said["at"])
                    case "broken":
                        closed += 1

        sent_at: dict[int, float] = {}
        started = monotonic()
        async with asyncio.TaskGroup() as tasks:
            listening = tasks.create_task(listen())
            while len(sent_at) < meldingen:
                said = await _said(driver)
                if "melding" in said:
                    sent_at[said["melding"]] = said["at"]
            await asyncio.sleep(10)
            listening.cancel()
        if console.returncode is not None:
            closed += 1
    each_s = (documents[-1] - started) / len(documents) if documents else 0.0
    lost = [seq for seq in sent_at if seq not in arrived_at]
    if lost:
        raise RuntimeError(f"{len(lost)} meldingen never arrived")
    return [arrived_at[seq] - at for seq, at in sent_at.items()], len(documents), each_s, closed


async def _baseline() -> float:
    """Seconds from sending the urgent bytes to their arrival, on a plain server without lanes."""
    async with (
        _inside(NEAR, "-m", "tests.bench.weak_raw", ADDRESS, str(PORT)) as server,
        _inside(FAR, "-m", "tests.bench.weak_console") as console,
    ):
        await asyncio.sleep(1)
        _order(console, url=f"ws://{ADDRESS}:{PORT}", raw=True)
        sent_at: float = (await _said(server))["urgent"]
        while True:
            frame = await _heard(console, "frame")
            if frame["size"] == URGENT_BYTES:
                return float(frame["at"]) - sent_at


@contextmanager
def _link() -> Iterator[Any]:
    """The emulated link between the two namespaces; must be entered on a running loop."""
    spec = importlib.util.spec_from_file_location("tunlink", EMULATOR)
    assert spec is not None
    assert spec.loader is not None
    tunlink = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tunlink)
    link = tunlink.Link(FAR, NEAR, ipb=ADDRESS, rate=9600, delay=0.3, loss=0.02)
    try:
        yield link
    finally:
        loop = asyncio.get_running_loop()
        for tun in link.f:
            loop.remove_reader(tun)
        link.close()


@asynccontextmanager
async def _inside(
    namespace: str, *arguments: str, **options: Any
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A Python process of ours in a namespace, ended with the context."""
    pipes: dict[str, Any] = {"stdin": asyncio.subprocess.PIPE, "stdout": asyncio.subprocess.PIPE, **options}
    process = await asyncio.create_subprocess_exec(
        "ip", "netns", "exec", namespace, sys.executable, *arguments, limit=1 << 22, **pipes
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _order(process: asyncio.subprocess.Process, **orders: Any) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(orders).encode() + b"\n")


async def _said(process: asyncio.subprocess.Process) -> dict[str, Any]:
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 180)
    if not line:
        raise RuntimeError("a process of the bench ended early")
    said: dict[str, Any] = json.loads(line)
    return said


async def _heard(process: asyncio.subprocess.Process, event: str) -> dict[str, Any]:
    while True:
        said = await _said(process)
        if said["event"] == event:
            return said
        if said["event"] == "broken":
            raise RuntimeError(f"the link broke: {said}")
