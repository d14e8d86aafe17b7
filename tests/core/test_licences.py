from pathlib import Path

import pytest

from amparo.core import licences as module
from amparo.core.errors import AppError
from amparo.core.licences import licences, parts_of
from amparo_build.freeze.contents import Part
from amparo_build.freeze.notices import licences_text

QT = Part(name="qt", version="6.11", licence="LGPL-3.0-only", notices=(f"Terms.\n{module.RULE}\nIn it.\n",))
C = Part(name="c", version="", licence="not known")
D = Part(name="lib d", version="1:2", licence="MIT", notices=(*QT.notices, "More.\n"))


def test_each_part_is_found_in_the_text_that_the_freezing_writes() -> None:
    text = licences_text("Ours.", "1.2", [QT, C, D])
    qt, c, d = parts_of(text)
    assert (qt.name, qt.version, qt.licence) == ("qt", "6.11", "LGPL-3.0-only")
    assert qt.notices.strip() == f"Terms.\n{module.RULE}\nIn it."
    assert (c.name, c.version, c.licence, c.notices) == ("c", "", "not known", "")
    assert (d.name, d.version) == ("lib d", "1:2")
    assert d.notices.split() == [*qt.notices.split(), "More."]


def test_a_text_of_something_else_has_no_parts() -> None:
    assert parts_of("See LICENSE.") == ()


def test_a_checkout_says_where_the_licences_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "resource", lambda name: tmp_path / name)
    with pytest.raises(AppError, match="checkout"):
        licences()
