"""A display of our own: Xvfb on a number that is free, ended by its own process id."""

import os
import select
import shutil
import subprocess
from typing import Self

WIDTH_PX, HEIGHT_PX = 1366, 768
_PATIENCE_S = 10


class NoDisplay(Exception):
    """There is no display to measure on; the message says why."""


class Xvfb:
    """An X server in memory, for as long as the `with` lasts. No window manager: what maps is at once there.

    Attributes:
        name: what `DISPLAY` should say.
    """

    def __init__(self) -> None:
        """Start it, and wait until it answers.

        Raises: NoDisplay.
        """
        program = shutil.which("Xvfb")
        if program is None:
            raise NoDisplay("Xvfb is not installed")
        said, told = os.pipe()
        screen = f"{WIDTH_PX}x{HEIGHT_PX}x24"
        # It chooses the number itself, so that nobody else can take it in between. -br: a black ground.
        options = ["-displayfd", str(told), "-screen", "0", screen, "-br", "-noreset", "-nolisten", "tcp"]
        self._process = subprocess.Popen(  # noqa: S603 - found on the path of whoever measures
            [program, *options], pass_fds=(told,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(told)
        with os.fdopen(said) as answers:
            ready, _, _ = select.select([answers], [], [], _PATIENCE_S)
            number = answers.readline().strip() if ready else ""
        if not number:
            self.close()
            raise NoDisplay("Xvfb did not start")
        self.name = f":{number}"

    def close(self) -> None:
        """End it, and wait until it is gone."""
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()
