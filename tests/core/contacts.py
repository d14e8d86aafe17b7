"""A number, an authority, an entry: small ones, for tests of every layer."""

from typing import Any

from amparo.core.contacts import Authority, Entry, Number, Provenance
from amparo.core.model import PageId

REPORT = Provenance(title="Report of the ministry", address="https://example.org/report", seen_on="2024-05")
LEAFLET = Provenance(title="Leaflet")


def number(dial: str = "0800 555 01", **said: Any) -> Number:
    """A number that needs no warning."""
    common: dict[str, Any] = {"kind": "hotline", "confidence": "confirmed", "dialling": "toll-free"}
    common |= {"last_seen": "2024-05", "provenance": (REPORT, LEAFLET)}
    return Number(dial=dial, **(common | said))


def danger(service: str = "police", dial: str = "112", **said: Any) -> Number:
    """An emergency number that needs no warning."""
    return number(dial, kind="emergency", dialling="", service=service, **said)


def authority(role: str = "hotline", *numbers: Number, **said: Any) -> Authority:
    """An authority of a role, named after it."""
    common: dict[str, Any] = {"id": role, "name": f"la {role}", "name_en": f"The {role}"}
    common |= {"confidence": "confirmed", "provenance": (REPORT, LEAFLET)}
    return Authority(role=role, numbers=numbers, **(common | said))


def state(*authorities: Authority, **said: Any) -> Entry:
    """A state with one number for danger."""
    common: dict[str, Any] = {"page": PageId("directory/rur"), "name": "Ruritania", "alpha3": "RUR"}
    common |= {"names": (("en", "Ruritania"),), "emergency": (danger(),)}
    return Entry(authorities=authorities, **(common | said))
