"""What people call the kinds of document and the work they are for, and whose words each is in."""

from amparo.core.i18n import N_, _
from amparo.core.model import Audience, Kind, Source

KIND_NAMES = {
    Kind.PLAN: N_("Work Plan"),
    Kind.CHECKLIST: N_("Checklist"),
    Kind.GUIDANCE: N_("Guidance"),
    Kind.FORM: N_("Form"),
    Kind.RIGHTS: N_("Rights card"),
    Kind.TRAINING: N_("Training"),
    Kind.DIRECTORY: N_("Directory"),
}

ROLE_NAMES = {
    Audience.BORDER: N_("Border or immigration officer"),
    Audience.LABOUR: N_("Labour inspector"),
    Audience.PEACEKEEPING: N_("Peacekeeping contingent"),
    Audience.POLICE: N_("Police or prosecution"),
    Audience.CONSULAR: N_("Consular officer"),
    Audience.HEALTH: N_("Health worker"),
    Audience.SOCIAL: N_("Social worker or shelter"),
}


def author(kind: Kind, source: Source) -> str:
    """Whose words a text is in: the plan's publisher's, or the kit's own, which rest on its sources."""
    return source.publisher if kind == Kind.PLAN else _("the kit’s own words")
