"""What all tests share."""

import pytest
from tests.golden_pdf import golden_pdf

__all__ = ["golden_pdf"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regold", action="store_true", help="write the golden files anew; look at them before you commit"
    )
