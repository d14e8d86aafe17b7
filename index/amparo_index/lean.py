"""Loads Whoosh without two things that it imports and nobody calls: a client for the web, an event loop.

They would take 5 MB and a third of the time, and bring TLS into a program that has nobody to speak to.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from types import ModuleType


class _StandIn(ModuleType):
    """Has the one name that Whoosh imports; whoever asks for another has the module itself loaded."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # the import system's own questions
            raise AttributeError(name)
        _take_away(self)
        return getattr(import_module(self.__name__), name)


def load_whoosh() -> None:
    """Load what the index is read and written with; it takes 100 ms the first time."""
    if "whoosh.codec.whoosh3" in sys.modules:
        return
    client = _in_place_of("urllib.request", urlretrieve=None)  # whoosh.compat hands it on to nobody
    with client, _in_place_of("cached_property", cached_property=cached_property):  # the standard one will do
        import_module("whoosh.codec.whoosh3")


@contextmanager
def _in_place_of(name: str, **has: object) -> Iterator[None]:
    """A module of this name with only this in it, unless the true one is loaded already."""
    stand_in = _StandIn(name)
    vars(stand_in).update(has)
    sys.modules.setdefault(name, stand_in)
    try:
        yield
    finally:
        _take_away(stand_in)


def _take_away(stand_in: ModuleType) -> None:
    if sys.modules.get(stand_in.__name__) is stand_in:
        del sys.modules[stand_in.__name__]
