"""One table of the store as values: a column has the name of its field, and mappings are JSON."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from sqlite_utils import Database

from amparo.vault.connection import translated

Kept = TypeVar("Kept")
Row = dict[str, Any]

_MAPPINGS = ("filled", "answers", "notes")


class Table(Generic[Kept]):
    """Reads and writes values of one kind; what goes wrong is told in the errors of the vault."""

    def __init__(self, db: Database, name: str, kind: type[Kept], key: str = "id") -> None:
        self._db, self._rows, self._kind, self._key = db, db.table(name), kind, key

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done within, or nothing."""
        with translated(), self._db.atomic():
            yield

    def where(self, condition: str = "1", values: Sequence[str] = ()) -> tuple[Kept, ...]:
        """The values that fulfil a condition, the one that was changed last first."""
        order = f"changed_at DESC, {self._key}"
        with translated():
            rows = list(self._rows.rows_where(condition, list(values), order_by=order))
        return tuple(_value_of(row, self._kind) for row in rows)

    def get(self, key: str) -> Kept | None:
        """The value with this key; None where there is none any more."""
        return next(iter(self.where(f"{self._key} = ?", [key])), None)

    def put(self, value: Kept) -> None:
        """Add a value, or replace the one with its key."""
        row = _row_of(value)
        with translated(), self._db.atomic():
            if self._rows.count_where(f"{self._key} = ?", [row[self._key]]):
                self._rows.update(row[self._key], row)  # REPLACE would delete what hangs on it
            else:
                self._rows.insert(row)

    def delete(self, key: str) -> None:
        """Remove a value, and what belongs to it."""
        with translated(), self._db.atomic():
            self._rows.delete(key)

    def delete_where(self, condition: str, values: Sequence[str]) -> None:
        """Remove the values that fulfil a condition."""
        with translated(), self._db.atomic():
            self._rows.delete_where(condition, list(values))


def _row_of(value: Any) -> Row:
    row: Row = msgspec.to_builtins(value, builtin_types=(bytes,))
    return {
        name: json.dumps(kept, ensure_ascii=False) if name in _MAPPINGS else kept
        for name, kept in row.items()
    }


def _value_of(row: Row, kind: type[Kept]) -> Kept:
    read = {name: json.loads(kept) if name in _MAPPINGS else kept for name, kept in row.items()}
    return msgspec.convert(read, kind, strict=False, builtin_types=(bytes,))
