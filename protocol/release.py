"""Which release this is: the one place that says it. The package is built with it, both programs, `/health`
and the help behind `?` tell it.
"""

from protocol.wire import VERSION

RELEASE = "0.2.0"


def told(program: str) -> str:
    """Program, release, and the language that it speaks on the wire, as a person reports it."""
    return f"{program} {RELEASE} (wire {VERSION})"
