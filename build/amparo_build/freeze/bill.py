"""The bill of materials, in CycloneDX 1.6: what the program is made of, for machines."""

import json
import uuid
from collections.abc import Iterable
from typing import Any

from amparo_build.freeze.contents import Part

_OF_AMPARO = uuid.UUID("8d9f7a0e-3a0c-5d2b-9a51-5d2f0a1c7b64")
"""Names the bills of Amparo among all; the same parts give the same serial number."""


def bill_of_materials(version: str, commit: str, parts: Iterable[Part]) -> str:
    """The bill as JSON; without a date, so that the same parts give the same bytes."""
    parts = tuple(parts)
    references = {part.name: _reference(part) for part in parts}
    amparo = {
        "type": "application",
        "bom-ref": "amparo",
        "name": "amparo",
        "version": version,
        "licenses": [{"expression": "Apache-2.0 AND CC-BY-4.0"}],
        "properties": [{"name": "amparo:commit", "value": commit}],
    }
    dependencies = [{"ref": "amparo", "dependsOn": sorted(references.values())}]
    for part in parts:
        needs = sorted(references[name] for name in part.needs)
        dependencies.append({"ref": references[part.name], "dependsOn": needs})
    said = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": amparo},
        "components": [_component(part, references[part.name]) for part in parts],
        "dependencies": dependencies,
    }
    said["serialNumber"] = uuid.uuid5(_OF_AMPARO, json.dumps(said, sort_keys=True)).urn
    return json.dumps(said, indent=1, sort_keys=True) + "\n"


def _reference(part: Part) -> str:
    return f"{part.name} {part.version}".strip()


def _component(part: Part, reference: str) -> dict[str, Any]:
    component = {
        "type": "library",
        "bom-ref": reference,
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
    }
    return component | ({"purl": part.purl} if part.purl else {})
