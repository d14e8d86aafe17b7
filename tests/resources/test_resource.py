import pytest

from amparo_resources import resource


def test_a_bundled_file_is_found_by_its_name() -> None:
    assert resource("icons/home.svg").read_text(encoding="utf-8").lstrip().startswith("<svg")
    assert resource("content").is_dir()


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../pyproject.toml", "icons/../../x", "icons//home.svg", "./icons", "icons/"]
)
def test_no_name_leads_out_of_the_bundle(name: str) -> None:
    with pytest.raises(ValueError, match="not a name in the bundle"):
        resource(name)
