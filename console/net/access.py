"""Where to dial, as whom, with which secret: from a URL, the environment, a file or a prompt.

The secret never comes from the command line, where everybody on the machine could read it. Used once, at
start; it opens no link.
"""

import os
import ssl
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import field, frozen

from console.texts.trouble import CannotGoOn, Trouble
from protocol.address import Address, AddressWrong, read_address

ENV_SECRET = "OPENLIJN_SECRET"
ENV_SECRET_FILE = "OPENLIJN_SECRET_FILE"
MAX_SECRET_BYTES = 4_096


@frozen(kw_only=True)
class Access:
    """All that is needed to dial."""

    address: Address
    secret: str = field(repr=False)
    tls: ssl.SSLContext | None = None
    """For wss:// only."""


def access(
    url: str,
    *,
    secret_file: Path | None = None,
    ca_file: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    ask: Callable[[str], str] | None = None,
) -> Access:
    """Access to the server at the URL. `ask` prompts for the secret of a name; None where nobody can answer.

    The secret comes from `secret_file`, else OPENLIJN_SECRET, else the file OPENLIJN_SECRET_FILE, else `ask`.
    Raises CannotGoOn, naming what to do.
    """
    try:
        address = read_address(url)
    except AddressWrong as error:
        raise CannotGoOn(Trouble(key=f"address-{error.problem}", args={"written": error.shown})) from error
    tls = _tls(address, ca_file)
    return Access(address=address, secret=_secret(address.name, secret_file, environ, ask), tls=tls)


def _secret(
    name: str, secret_file: Path | None, environ: Mapping[str, str], ask: Callable[[str], str] | None
) -> str:
    if secret_file is not None:
        return read_secret(secret_file)
    if environ.get(ENV_SECRET):
        return environ[ENV_SECRET]
    if environ.get(ENV_SECRET_FILE):
        return read_secret(Path(environ[ENV_SECRET_FILE]))
    secret = ask(name) if ask is not None else ""
    if not secret:
        raise CannotGoOn(Trouble(key="secret-none"))
    return secret


def read_secret(path: Path) -> str:
    """The first line of a file that its owner alone may read. Raises CannotGoOn."""
    try:
        with path.open("rb") as file:
            # Asked of the open file, so that nobody can put another in its place in between.
            status = os.fstat(file.fileno())
            if status.st_uid != os.geteuid():
                raise CannotGoOn(Trouble(key="secret-file-not-yours", args={"path": str(path)}))
            if stat.S_IMODE(status.st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
                raise CannotGoOn(Trouble(key="secret-file-open", args={"path": str(path)}))
            first = file.read(MAX_SECRET_BYTES).decode("utf-8").splitlines()[:1]
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise CannotGoOn(
            Trouble(key="secret-file-unreadable", args={"path": str(path), "why": why})
        ) from error
    if not first or not first[0].strip():
        raise CannotGoOn(Trouble(key="secret-file-empty", args={"path": str(path)}))
    return first[0].strip()


def _tls(address: Address, ca_file: Path | None) -> ssl.SSLContext | None:
    if address.scheme != "wss":
        if ca_file is not None:
            raise CannotGoOn(Trouble(key="ca-without-tls"))
        return None
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context = ssl.create_default_context(cafile=str(ca_file))
        except OSError as error:
            raise CannotGoOn(
                Trouble(key="ca-unreadable", args={"path": str(ca_file), "why": error.strerror or str(error)})
            ) from error
    return context
