from typing import Any, get_args

import msgspec.inspect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amparo.core.model import Audience, Kind
from amparo.library.documents import read_document, read_edition
from amparo_resources import schema
from tests.library.examples import EXAMPLES
from tests.resources.kinds import documents

SOME = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


ANY_LETTERS = st.characters(codec="utf-8")


def name_of(kind: str) -> str:
    """A file name for a document of this kind."""
    return f"{kind}/any.yaml" if kind in schema.NEUTRAL else f"{kind}/any.en.yaml"


@pytest.mark.parametrize("kind", schema.KINDS)
@SOME
@given(data=st.data())
def test_every_kind_comes_back_from_json(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(schema.KINDS[kind], ANY_LETTERS))
    assert (
        msgspec.json.decode(msgspec.json.encode(document), type=schema.KINDS[kind], strict=True) == document
    )


@pytest.mark.parametrize("kind", schema.KINDS)
@SOME
@given(data=st.data())
def test_every_kind_comes_back_from_a_file(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(schema.KINDS[kind]))
    written = read_document(name_of(kind), msgspec.json.encode(document))  # JSON is YAML too
    assert written.document == document
    assert (written.kind, written.id, written.lang) == (kind, "any", "en")


@given(edition=documents(schema.Edition))
def test_an_edition_comes_back_from_its_file(edition: schema.Edition) -> None:
    assert read_edition(msgspec.json.encode(edition)) == edition


def test_there_is_an_example_of_every_kind_but_the_one_plan() -> None:
    assert {name.partition("/")[0] for name in EXAMPLES} == schema.KINDS.keys() - {"plan"}


def test_schema_and_model_name_the_same_kinds_and_audiences() -> None:
    assert set(schema.KINDS) == {kind.value for kind in Kind}
    assert set(get_args(schema.Audience)) == {audience.value for audience in Audience}
    assert set(get_args(schema.Resource)) < set(schema.KINDS)


def parts(kind: Any, seen: set[type]) -> set[type]:
    """All structs that a kind is made of."""
    inner = msgspec.inspect.type_info(kind)
    open_ends: list[Any] = [inner]
    while open_ends:
        one = open_ends.pop()
        if isinstance(one, msgspec.inspect.StructType):
            if one.cls in seen:
                continue
            seen.add(one.cls)
            open_ends += [field.type for field in one.fields]
        for name in ("item_type", "key_type", "value_type"):
            open_ends += [getattr(one, name)] if hasattr(one, name) else []
        for name in ("item_types", "types"):
            open_ends += getattr(one, name, ())
    return seen


def test_no_part_of_any_kind_takes_a_key_that_it_does_not_know() -> None:
    seen: set[type] = set()
    for kind in (*schema.KINDS.values(), schema.Edition):
        parts(kind, seen)
    assert len(seen) > 30
    assert [part.__name__ for part in seen if not part.__struct_config__.forbid_unknown_fields] == []  # type: ignore[attr-defined]
    assert [part.__name__ for part in seen if not part.__struct_config__.frozen] == []  # type: ignore[attr-defined]
