"""In which folder the console keeps what belongs to one account in one world; its owner's alone.

    STATE/worlds/exercise/Waterdam-1f0c…/anna-9b2e…/     one folder per kind of world, world and account
    STATE/before-welcome/anna-9b2e…/                     as long as nobody knows which world it is

What was typed lies by account and not by user of the machine: several people work at one desk. Names of
worlds and accounts may hold anything, so a digest stands behind what of them can be read.
"""

import hashlib
from pathlib import Path

from platformdirs import user_state_path

from protocol.address import Address
from protocol.session.origin import Origin

READABLE_CHARS = 24
_KIND = {True: "exercise", False: "live"}


def state_directory() -> Path:
    """Where this program keeps its own files for this user of the machine."""
    return user_state_path("openlijn")


def folder_of(state: Path, account: str, origin: Origin | None) -> Path:
    """The folder of this account in that world; where it is not known yet, the one before any welcome."""
    if origin is None:
        return state / "before-welcome" / _file_name(account)
    return state / "worlds" / _KIND[origin.exercise] / _file_name(origin.world) / _file_name(account)


def every_folder(state: Path) -> tuple[Path, ...]:
    """The folders of all accounts in all worlds."""
    return tuple(
        path
        for pattern in ("before-welcome/*", "worlds/*/*/*")
        for path in sorted(state.glob(pattern))
        if _is_folder(path)
    )


def _is_folder(path: Path) -> bool:
    """False too for what this user may not look at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def make_private(folder: Path) -> None:
    """The folder is there, and all the way up to the state it is its owner's alone. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Parents are made with what the umask leaves, whatever mode is asked for.
    for path in (folder, *list(folder.parents)[:4]):
        if path.name in ("worlds", "before-welcome"):
            path.chmod(0o700)
            return
        path.chmod(0o700)


def address_mark(address: Address) -> str:
    """Sixteen characters for an address; they tell nobody where the server is."""
    return hashlib.sha256(str(address).encode()).hexdigest()[:16]


def _file_name(name: str) -> str:
    readable = "".join(char if char.isascii() and (char.isalnum() or char in "-_") else "_" for char in name)
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{readable[:READABLE_CHARS]}-{digest}"
