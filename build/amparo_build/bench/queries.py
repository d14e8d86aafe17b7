"""What is typed, letter by letter: officers' words in four languages, names of pages, slips, and nonsense."""

from collections.abc import Iterator

TYPED = (
    "forced labour",
    "victim protection",
    "who takes care of children",
    "passport held by employer",
    "activity 13",
    "mandate 9",
    "article 3",
    '"trafficking in persons"',
    "traficking",
    "vitcim assistance",
    "trata de personas",
    "protección de víctimas",
    "explotación laboral",
    "retención del pasaporte",
    "tráfico de pessoas",
    "proteção à vítima",
    "trabalho forçado",
    "traite des personnes",
    "témoin protégé",
    "frontière",
    "xqzw vvrk",
)


def prefixes(text: str) -> Iterator[str]:
    """What stands in the box after each key."""
    return (text[:length] for length in range(1, len(text) + 1))
