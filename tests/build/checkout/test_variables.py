"""Which variables are dropped, which are set, and which stay."""

import sys

from checkout.variables import cleaned


def test_what_leads_pip_astray_is_dropped_and_the_offices_settings_stay() -> None:
    office = {"PIP_INDEX_URL": "an index", "PIP_CERT": "a file", "HTTPS_PROXY": "a proxy", "HOME": "/h"}
    astray = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_CONSTRAINT", "PIP_REQUIRE_VIRTUALENV")
    clean = cleaned(dict.fromkeys(astray, "x") | office | {"PIP_USER": "1"})
    assert clean == office | {"PIP_USER": "0", "PYTHONUTF8": "1"}


def test_the_persons_choice_of_encoding_stays_unless_it_is_none() -> None:
    assert cleaned({"PYTHONUTF8": "0"})["PYTHONUTF8"] == "0"
    assert cleaned({"LC_ALL": "es_MX.UTF-8"})["LC_ALL"] == "es_MX.UTF-8"
    if sys.platform.startswith("linux"):
        assert cleaned({"LC_ALL": "C"})["LC_ALL"] == "C.UTF-8"
