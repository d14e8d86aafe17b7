"""What people call the kinds of document."""

from amparo.core.i18n import N_
from amparo.core.model import Kind

KIND_NAMES = {
    Kind.PLAN: N_("Work Plan"),
    Kind.CHECKLIST: N_("Checklist"),
    Kind.GUIDANCE: N_("Guidance"),
    Kind.FORM: N_("Form"),
    Kind.RIGHTS: N_("Rights card"),
    Kind.TRAINING: N_("Training"),
    Kind.DIRECTORY: N_("Directory"),
}
