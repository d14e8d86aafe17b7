"""How a command ends: its exit code, and in words whatever went wrong."""

import io
import os
import sys
from collections.abc import Callable

import click

from amparo.core.errors import AppError, Cancelled
from amparo.core.i18n import _

FAILED = 2


def exit_code(work: Callable[[], None]) -> int:
    """Do the work: 0, what it left with, or 2 for a failure told in words on the standard error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack letters; words matter more
    try:
        work()
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
        return FAILED
    except AppError as error:
        click.echo(str(error), err=True)
        return FAILED
    except (click.Abort, Cancelled, KeyboardInterrupt):
        return FAILED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _forget_output()
        return 0
    except OSError as error:
        _forget_output()
        click.echo(_("The output could not be written: {reason}.").format(reason=error.strerror), err=True)
        return FAILED
    return 0


def _forget_output() -> None:
    """Let Python close its standard output without a word about what it could not write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
