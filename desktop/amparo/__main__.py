"""`amparo`: without a word the window, or the terminal where there is no display; else a command."""

import gc
import sys

from amparo.core.display import Display, is_named


def main() -> int:
    """Run the kit as the command line asks; the exit code."""
    if len(sys.argv) > 1:
        from amparo.cli.main import main as run_command

        return run_command(sys.argv[1:])
    if not is_named():
        return _open_terminal(Display.UNSET)
    gc.disable()  # until the first window is up: all that it finds is still needed
    try:
        from amparo.start import NO_DISPLAY, open_window
    except ImportError as error:  # a library that Qt needs; its name is in the message
        from amparo.core.i18n import _

        print(_("The window cannot open: {reason}.").format(reason=error), file=sys.stderr)
        print(_("Install what is missing, or use the commands: amparo --help"), file=sys.stderr)
        return 2
    code = open_window()
    return _open_terminal(Display.SILENT) if code == NO_DISPLAY else code


def _open_terminal(display: Display) -> int:
    from amparo.cli.tour import main as open_terminal

    gc.enable()
    return open_terminal(display)


if __name__ == "__main__":
    sys.exit(main())
