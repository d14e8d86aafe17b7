"""From a file's bytes to a typed document, with faults named by file, line and field."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Protocol, TypeVar

import msgspec
import yaml

from amparo_resources.schema import KINDS, NEUTRAL, AnyDocument, Edition

EDITION = "edition.yaml"
_NAME = re.compile(r"(?P<kind>[a-z]+)/(?P<id>[a-z0-9-]+)(\.(?P<lang>en|es|pt|fr))?\.(?P<form>yaml|md)")
_HEAD = re.compile(r"---\n(?P<head>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_PATH = re.compile(r"`(\$[^`]*)`")
_UNKNOWN = re.compile(r"unknown field `(.*)`")
T = TypeVar("T")


class Fault(ValueError):
    """A document that does not hold, and the place in it."""

    def __init__(self, file: str, line: int, field: str, reason: str) -> None:
        super().__init__(f"{file}, line {line}, {field or 'document'}: {reason}")
        self.file, self.line, self.field, self.reason = file, line, field, reason


class Lines(Protocol):
    """Finds the line of a field, given as a path such as `$.pillars[0].heading`."""

    def __call__(self, path: str) -> int:
        """Count from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document as it was written.

    Attributes:
        lang: `en` where the kind is neutral of language.
        body: the Markdown under the head; empty for a document that is all data.
        body_line: the line of the file that the body begins in.
    """

    file: str
    kind: str
    id: str
    lang: str
    document: AnyDocument
    body: str
    body_line: int
    line_of: Lines


def read_document(file: str, data: bytes) -> Written:
    """Read and check one document by itself.

    Raises: Fault.
    """
    name = _NAME.fullmatch(str(PurePosixPath(file)))
    if name is None or name["kind"] not in KINDS:
        raise Fault(file, 1, "", "the name should be KIND/ID.LANG.yaml or .md, of a kind that exists")
    kind = name["kind"]
    if (name["lang"] is None) != (kind in NEUTRAL):
        raise Fault(
            file, 1, "", "directory, sources and thesaurus have no language in their name, the others do"
        )
    head, body, first_line = _split(file, data, name["form"])
    document, line_of = _typed(file, head, KINDS[kind], first_line)
    return Written(
        file=file,
        kind=kind,
        id=name["id"],
        lang=name["lang"] or "en",
        document=document,
        body=body,
        body_line=first_line + head.count("\n") + 1,
        line_of=line_of,
    )


def read_edition(data: bytes) -> Edition:
    """Read `edition.yaml`.

    Raises: Fault.
    """
    edition, _ = _typed(EDITION, _text(EDITION, data), Edition, 1)
    return edition


def _split(file: str, data: bytes, form: str) -> tuple[str, str, int]:
    """The YAML, the Markdown, and the line that the YAML begins in."""
    text = _text(file, data)
    if form == "yaml":
        return text, "", 1
    parts = _HEAD.fullmatch(text)
    if parts is None:
        raise Fault(file, 1, "", "a Markdown document begins with a YAML head between two lines of ---")
    return parts["head"], parts["body"], 2


def _text(file: str, data: bytes) -> str:
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Fault(file, data[: error.start].count(b"\n") + 1, "", "this is not UTF-8") from error


def _typed(file: str, text: str, kind: type[T], first_line: int) -> tuple[T, Lines]:
    try:
        tree = yaml.compose(text, Loader=yaml.CSafeLoader)
        values = yaml.load(text, Loader=_Strict)  # noqa: S506 - a safe loader, see below
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise Fault(file, first_line + (mark.line if mark else 0), "", str(error.problem)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Fault(file, first_line, "", str(error)) from error

    def line_of(path: str) -> int:
        return first_line + _line(tree, path)

    try:
        return msgspec.convert(values, type=kind, strict=True), line_of
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at ")
        path = ".".join((*_PATH.findall(place), *_UNKNOWN.findall(reason)))
        raise Fault(file, line_of(path), path.removeprefix("$").lstrip("."), reason) from error


class _Strict(yaml.CSafeLoader):
    """PyYAML's safe loader, stricter: a key is a word and stands once, and every fault has its line."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set[str]()
        for key, _ in node.value:
            if key.tag != "tag:yaml.org,2002:str":
                raise _at(key, "a key should be a word")
            if key.value in seen:
                raise _at(key, f"{key.value} is there twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, TypeError) as error:  # such as 30 February
            raise _at(node, str(error)) from error


def _at(node: yaml.Node, reason: str) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, reason, node.start_mark)


def _line(node: yaml.Node | None, path: str) -> int:
    """The line of the deepest field of the path that is there, counted from 0."""
    line = node.start_mark.line if node else 0
    for key, index in _STEP.findall(path.removeprefix("$")):
        found = _child(node, key, index)
        if found is None:
            break
        node, line = found
    return line


def _child(node: yaml.Node | None, key: str, index: str) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode) and key:
        return next(((v, k.start_mark.line) for k, v in node.value if k.value == key), None)
    if isinstance(node, yaml.SequenceNode) and index.isdigit() and int(index) < len(node.value):
        return node.value[int(index)], node.value[int(index)].start_mark.line
    return None
