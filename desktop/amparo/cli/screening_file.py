"""A screening as another program hands it over: a checklist, an age, and answers by the id of a sign."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.screening.answers import Age, Answer

_LARGEST_BYTES = 1_000_000
_KEYS = {"checklist", "age", "answers"}
Choice = TypeVar("Choice", bound=StrEnum)


class BadScreening(AppError):
    """The file is no screening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningFile:
    """What was answered; the signs are not looked up yet."""

    checklist: str
    age: Age
    answers: dict[str, Answer]


def read_screening(path: Path) -> ScreeningFile:
    """Read a file `{"checklist": ..., "age": ..., "answers": {...}}`.

    Raises: BadScreening, with what is wrong in it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise _bad(
            _("{file} could not be read: {reason}.").format(file=path, reason=error.strerror)
        ) from error
    if len(data) > _LARGEST_BYTES:
        raise _bad(_("{file} is too large for a screening.").format(file=path))
    try:
        said = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _bad(
            _("{file} is no JSON that can be read: {reason}.").format(file=path, reason=str(error) or "")
        ) from error
    if not isinstance(said, dict) or said.keys() != _KEYS:
        raise _bad(_("{file} should be an object with checklist, age and answers.").format(file=path))
    if not isinstance(said["checklist"], str) or not isinstance(said["answers"], dict):
        raise _bad(_("In {file}, checklist should be a text and answers an object.").format(file=path))
    answers = {sign: _chosen(Answer, answer, sign) for sign, answer in said["answers"].items()}
    return ScreeningFile(checklist=said["checklist"], age=_chosen(Age, said["age"], "age"), answers=answers)


def unknown_signs(names: list[str], checklist: str) -> AppError:
    """That answers are there for signs that the checklist does not have."""
    return _bad(
        _("{checklist} has no sign called {names}.").format(checklist=checklist, names=", ".join(names[:5]))
    )


def no_checklist(name: str) -> AppError:
    """That this is no checklist of the kit."""
    return _bad(_("This kit has no checklist called {name}.").format(name=name[:80]))


def _chosen(kind: type[Choice], value: object, name: str) -> Choice:
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    wanted = ", ".join(kind)
    raise _bad(_("{name} should be one of {values}.").format(name=name[:80], values=wanted))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _value in pairs]
    if doubled := {name for name in names if names.count(name) > 1}:
        raise ValueError(_("{name} is there twice").format(name=min(doubled)[:80]))
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _bad(what: str) -> BadScreening:
    return BadScreening(what, _("Correct the file, and try again; nothing was kept."))
