"""`amparo`: without a word the window, or the terminal where there is no display; else a command."""

import sys

from amparo.core.display import Display, find_display


def main() -> int:
    """Run the kit as the command line asks; the exit code."""
    if len(sys.argv) > 1:
        from amparo.cli.main import main as run_command

        return run_command(sys.argv[1:])
    display = find_display()
    if display in (Display.UNSET, Display.SILENT):
        from amparo.cli.tour import main as open_terminal

        return open_terminal(display)
    try:
        from amparo.app import main as open_window
    except ImportError as error:  # a library that Qt needs; its name is in the message
        from amparo.core.i18n import _

        print(_("The window cannot open: {reason}.").format(reason=error), file=sys.stderr)
        print(_("Install what is missing, or use the commands: amparo --help"), file=sys.stderr)
        return 2
    return open_window()


if __name__ == "__main__":
    sys.exit(main())
