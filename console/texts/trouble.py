"""What is wrong outside of the commands: with the link, the address, the secret. A key and its arguments.

Made by `access` and `link`; the screens, `do` and `watch` turn it into a sentence.
"""

from collections.abc import Mapping

from attrs import field, frozen

from console.texts.texts import Texts
from protocol.errors import OpenlijnError
from protocol.session.ending import Ending


@frozen(kw_only=True)
class Trouble:
    """Something a person should know of."""

    key: str
    """Of its sentence in the texts."""

    args: Mapping[str, str | int] = field(factory=dict)

    def sentence(self, texts: Texts) -> str:
        """What to tell the person."""
        return texts.say(self.key, **self.args)


def trouble_of(ending: Ending) -> Trouble:
    """Why there is no link, as something to tell."""
    return Trouble(key=f"trouble-{ending.why}", args=ending.args)


class CannotGoOn(OpenlijnError):
    """Trying again would change nothing: the person has to do something first."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.key, dict(trouble.args))
        self.trouble = trouble
