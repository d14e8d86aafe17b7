"""What is left out of the frozen program is not missed: the kit works where none of it can be imported."""

from pathlib import Path

from amparo_build.freeze.parts import EXCLUDED
from tests.programs import environment, python

WITHOUT = f"""
import sys
class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in {sorted(EXCLUDED)!r}):
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Nowhere())
"""
USED = """
from pathlib import Path
from amparo.cli.main import main
from amparo.library.compile import compile_pack
content, out = Path(sys.argv[1]), Path(sys.argv[2])
assert main(["search", "traficking"]) == 0
for form in ("pages", "fillable"):
    assert main(["print", "form/referral", "--as", form, "--output", str(out / f"{form}.pdf")]) == 0
assert main(["doctor"]) == 0
(out / "compiled").mkdir()
compile_pack((content / "pack.tar").read_bytes(), out / "compiled")
"""
# what else is loaded when it is needed, and would be missed only then
LOADED = """
import amparo.exchange.sealing, amparo.exchange.upload, amparo.exchange.keycard, amparo.paper.scan
import amparo.sync.update, amparo.sync.serving, amparo.sync.web, amparo.sync.relay, amparo.sync.packs
import amparo.vault.cases
from amparo.vault import opening
from amparo.vault.header import Cost
opening.create(out / "vault", "mesa nube trece lobo faro", cost=Cost(memory_kib=64, passes=1, lanes=1))
"""


def test_the_kit_works_without_it(content: Path, tmp_path: Path) -> None:
    told = environment(AMPARO_CONTENT=str(content), AMPARO_HOME=str(tmp_path / "home"))
    ran = python(WITHOUT + USED + LOADED, str(content), str(tmp_path), env=told, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_watch_would_see_it() -> None:
    assert "No module named 'multiprocessing'" in python(f"{WITHOUT}\nimport multiprocessing").stderr
