"""The 35 states of the Organization, by ISO 3166 alpha-3 code; the directory has a page for each."""

from amparo.core.i18n import N_
from amparo.core.model import PageId

STATES = {
    "ATG": N_("Antigua and Barbuda"),
    "ARG": N_("Argentina"),
    "BHS": N_("Bahamas"),
    "BRB": N_("Barbados"),
    "BLZ": N_("Belize"),
    "BOL": N_("Bolivia"),
    "BRA": N_("Brazil"),
    "CAN": N_("Canada"),
    "CHL": N_("Chile"),
    "COL": N_("Colombia"),
    "CRI": N_("Costa Rica"),
    "CUB": N_("Cuba"),
    "DMA": N_("Dominica"),
    "DOM": N_("Dominican Republic"),
    "ECU": N_("Ecuador"),
    "SLV": N_("El Salvador"),
    "GRD": N_("Grenada"),
    "GTM": N_("Guatemala"),
    "GUY": N_("Guyana"),
    "HTI": N_("Haiti"),
    "HND": N_("Honduras"),
    "JAM": N_("Jamaica"),
    "MEX": N_("Mexico"),
    "NIC": N_("Nicaragua"),
    "PAN": N_("Panama"),
    "PRY": N_("Paraguay"),
    "PER": N_("Peru"),
    "KNA": N_("Saint Kitts and Nevis"),
    "LCA": N_("Saint Lucia"),
    "VCT": N_("Saint Vincent and the Grenadines"),
    "SUR": N_("Suriname"),
    "TTO": N_("Trinidad and Tobago"),
    "USA": N_("United States of America"),
    "URY": N_("Uruguay"),
    "VEN": N_("Venezuela"),
}


def page_of_state(alpha3: str) -> PageId:
    """The page of a state in the directory, by its ISO 3166 alpha-3 code."""
    return PageId(f"directory/{alpha3.lower()}")
