"""What the README says can be done can be done, and what it shows is there."""

import re
import struct
from pathlib import Path

from amparo.cli.main import commands
from tests.programs import CHECKOUT

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
GUIDES = sorted((CHECKOUT / "build" / "decisions").glob("*.md"))


def words_of_dev() -> set[str]:
    said = (CHECKOUT / "build" / "checkout" / "words.py").read_text(encoding="utf-8")
    return set(re.findall(r"^def (\w+)\(args: list\[str\]\) -> int:", said, re.MULTILINE))


def test_its_commands_exist() -> None:
    named = {
        word
        for page in (README, *map(_text, GUIDES))
        for word in re.findall(r"python3 build/dev\.py (\w+)", page)
    }
    assert {"run", "test", "publish"} <= named <= words_of_dev()


def test_the_words_of_the_program_are_those_it_has() -> None:
    line = next(line for line in README.splitlines() if "`list`" in line)
    assert set(re.findall(r"`(\w+)`", line)) - {"amparo"} == set(commands.commands)


def test_its_links_and_pictures_lead_somewhere() -> None:
    for page in (CHECKOUT / "README.md", *GUIDES):
        for target in re.findall(r"\]\(([^)#:]+)\)", _text(page)):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
    for path in re.findall(r"`((?:build|desktop|resources|index|tests)/[\w./-]+)`", README):
        assert (CHECKOUT / path).exists(), path


def test_its_picture_is_a_window_of_a_small_laptop() -> None:
    [picture] = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    head = (CHECKOUT / picture).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (1366, 768)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
