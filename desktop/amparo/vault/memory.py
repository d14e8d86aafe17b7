"""What is in memory stays out of crash reports: no core dump of a process that has a vault open.

Memory that is swapped or hibernated is the system's; only an encrypted disk protects it.
"""

import contextlib
import ctypes
import sys

_PR_SET_DUMPABLE = 4
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002


def keep_out_of_crash_reports() -> None:
    """Ask the system for no dump of this process; where it cannot be asked, nothing happens."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
            return
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":  # a dump that is piped to a program knows no limit
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
