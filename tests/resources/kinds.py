"""Any document that the schema allows, drawn from what the schema says of itself."""

from functools import cache
from typing import Any

import msgspec.inspect as types
from hypothesis import strategies as st

LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
"""What a writer types: no control characters, which YAML has no plain form for."""


@cache
def documents(kind: type, letters: st.SearchStrategy[str] = LETTERS) -> st.SearchStrategy[Any]:
    """Documents of this kind."""
    return _of(types.type_info(kind), letters)


def _of(  # noqa: C901 - a line a kind of field
    wanted: types.Type, letters: st.SearchStrategy[str]
) -> st.SearchStrategy[Any]:
    match wanted:
        case types.StrType(pattern=None):
            return st.text(letters, min_size=wanted.min_length or 0, max_size=12)
        case types.StrType(pattern=str(pattern)):
            return st.from_regex(pattern.replace(r"\d", "[0-9]").replace("$", r"\Z"))
        case types.IntType():
            return st.integers(wanted.ge or 0, 99)
        case types.BoolType():
            return st.booleans()
        case types.DateType():
            return st.dates()
        case types.NoneType():
            return st.none()
        case types.LiteralType(values=values):
            return st.sampled_from(values)
        case types.UnionType(types=several):
            return st.one_of([_of(one, letters) for one in several])
        case types.TupleType(item_types=items):
            return st.tuples(*(_of(item, letters) for item in items))
        case types.VarTupleType(item_type=item):
            least = wanted.min_length or 0
            return st.lists(_of(item, letters), min_size=least, max_size=least + 1).map(tuple)
        case types.DictType():
            return st.dictionaries(_of(wanted.key_type, letters), _of(wanted.value_type, letters), max_size=3)
        case types.StructType(cls=cls, fields=fields):
            required = {one.encode_name: _of(one.type, letters) for one in fields if one.required}
            optional = {one.encode_name: _of(one.type, letters) for one in fields if not one.required}
            return st.fixed_dictionaries(required, optional=optional).map(lambda said: cls(**said))
    raise TypeError(f"the schema has a new kind of field: {wanted}")
