"""How a service tells how far it is, and learns that it should stop."""

from collections.abc import Callable

Tick = Callable[[int, int], None]
"""Called often with (done, total); raises `Cancelled` where the work should end."""


def no_tick(done: int, total: int) -> None:
    """Progress that nobody watches and nobody stops."""
