"""The first PDF of a process: prints its milliseconds, everything that the kit loads for it among them."""

import sys
import time
from pathlib import Path

from amparo.core.settings import Paper
from amparo.library.store import Store
from amparo.paper.printout import printout_of
from amparo_build.bench.documents import CHECKLIST


def main() -> int:
    """Set the checklist of a folder of content, and print how long that took."""
    with Store(Path(sys.argv[1])) as store:
        printout = printout_of(store.page(CHECKLIST), store.edition)
    began = time.perf_counter()
    from amparo.paper.pdf import to_pdf

    to_pdf(printout, Paper.A4)
    print(1000 * (time.perf_counter() - began))
    return 0


if __name__ == "__main__":
    sys.exit(main())
