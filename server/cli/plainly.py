"""Errors of the server's command line as a person reads them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from protocol.errors import OpenlijnError
from server.cli.os_error import in_words
from server.journal.errors import JournalError


@contextmanager
def said_plainly() -> Iterator[None]:
    """What goes wrong on purpose is one line on stderr and exit status 1, never a traceback."""
    try:
        yield
    except (OpenlijnError, JournalError, OSError) as error:
        said = in_words(error) if isinstance(error, OSError) else str(error)
        click.echo(f"openlijn-server: {said}", err=True)
        sys.exit(1)
