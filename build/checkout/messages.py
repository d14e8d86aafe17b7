"""What the person in front of the terminal is told."""

import sys


class Stop(Exception):
    """What is in the way, and what to do about it."""


def say(sentence: str) -> None:
    """Tell what is being done; not on stdout, which belongs to the program that we start."""
    print(sentence, file=sys.stderr, flush=True)
