"""Every sign of the checklists against its facts, kept as data in `golden/indicators.json`."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from amparo.library.documents import read_document
from amparo_build.content import DOCUMENTS, gather
from amparo_resources.schema import Checklist, Indicator, Source, Sources

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "indicators.json").read_text(encoding="utf-8"))
FACTS: dict[str, dict[str, Any]] = {sign["id"]: sign for sign in GOLDEN["indicators"]}
WEIGHTS = {(dimension, name): (adult, child) for dimension, name, adult, child in GOLDEN["weights"]}
IMMEDIATE = "a child or a person in danger comes first"
VERDICTS = ("is a victim", "is not a victim", "not trafficking", "no trafficking", "all clear")


def _documents() -> list[tuple[str, Any]]:
    read = [read_document(name, data) for name, data in gather(DOCUMENTS).items() if "/" in name]
    return [(written.id, written.document) for written in read if written.lang == "en"]


CHECKLISTS = {name: one for name, one in _documents() if isinstance(one, Checklist)}
SOURCES: dict[str, Source] = {
    source.key: source for _, one in _documents() if isinstance(one, Sources) for source in one.sources
}
SIGNS: list[Indicator] = [
    sign for one in CHECKLISTS.values() for situation in one.situations for sign in situation.indicators
]


def test_all_are_there_once() -> None:
    assert len(FACTS) == 163
    assert Counter(sign.id for sign in SIGNS) == Counter(list(FACTS))


def test_each_audience_has_the_number_that_the_facts_count() -> None:
    assert Counter(sign.id[0] for sign in SIGNS) == {"B": 45, "L": 45, "K": 36, "G": 37}
    assert Counter(sign.id.rstrip("0123456789") for sign in SIGNS) == GOLDEN["groups"]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)
def test_a_sign_says_what_the_facts_say(sign: Indicator) -> None:
    facts = FACTS[sign.id]
    said = [msgspec.to_builtins(point) | {"suggests": point.suggests} for point in sign.points_to]
    assert said == [point | {"checked": False} for point in facts["points_to"]]
    assert sign.applies_to == facts["applies_to"]
    assert sign.danger == facts["danger"]
    assert list(sign.unscored) == facts["unscored"]
    assert list(sign.sources) == facts["sources"]
    assert set(sign.sources) <= set(SOURCES)
    assert len(sign.short) <= 60


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)
def test_a_weight_is_that_of_the_ilo_table(sign: Indicator) -> None:
    for point in sign.points_to:
        assert WEIGHTS[point.dimension, point.indicator] == (point.adult, point.child)


@pytest.mark.parametrize("id_", FACTS)
def test_the_data_holds_the_row_of_the_facts(id_: str) -> None:
    row, points = FACTS[id_]["facts"], FACTS[id_]["points_to"]
    assert [point["suggests"] for point in points] == ["~" in row["strength"]] * len(points)
    assert (row["strength"] == "n/r") == (points == [])
    assert {point["dimension"] for point in points} == (
        set(row["dimension"].split(" / ")) if points else set()
    )
    assert {"A": "adult", "C": "child", "A+C": "both"}[row["applies"]] == FACTS[id_]["applies_to"]
    letters = {"strong": "S", "medium": "M", "weak": "W", "not rated": "—"}
    for point in points:
        assert f"{letters[point['adult']]}/{letters[point['child']]}" in row["strength"]


def test_the_table_of_weights_has_the_number_that_the_ilo_list_has() -> None:
    counted = Counter(dimension for dimension, _ in WEIGHTS)
    assert counted == {"DR": 10, "CR": 10, "RV": 16, "EX": 9, "CD": 15, "VD": 7}


@pytest.mark.parametrize("name", CHECKLISTS)
def test_a_list_says_how_to_use_it(name: str) -> None:
    one = CHECKLISTS[name]
    remarks = (*one.caveats, *(remark for part in one.situations for remark in part.caveats))
    told = " ".join((one.intro, *(remark.text for remark in remarks)))
    assert "One sign, or none but your own judgement, is enough to re" in one.intro
    assert "refer" in one.intro
    assert "Neither a sign nor the lack of one proves anything" in told
    assert IMMEDIATE in told
    assert one.situations
    assert one.serves
    assert one.audience
    if any(sign.points_to for part in one.situations for sign in part.indicators):
        assert "has not been compared with the ILO's own text" in told
        assert "not scored: refer" in told
    assert not [verdict for verdict in VERDICTS if verdict in told.lower()]


@pytest.mark.parametrize("name", CHECKLISTS)
def test_what_rests_on_weak_sources_alone_is_the_kits_own_advice(name: str) -> None:
    one = CHECKLISTS[name]
    for remark in (*one.caveats, *(remark for part in one.situations for remark in part.caveats)):
        assert not remark.sources or not all(SOURCES[key].weak for key in remark.sources)
    for part in one.situations:
        told = " ".join(remark.text for remark in part.caveats).replace(",", " ").split()
        for sign in part.indicators:
            if all(SOURCES[key].weak for key in sign.sources):
                assert sign.id in told
