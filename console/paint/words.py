"""The two things every drawing function needs from outside: words, and text made harmless."""

from collections.abc import Callable

Say = Callable[..., str]
"""`say(key, **args)`: the sentence or word of the texts under this key."""
