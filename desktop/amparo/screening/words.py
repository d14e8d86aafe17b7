"""What an assessment says to an officer: indications and the way on, never a verdict, a label or a score."""

from collections.abc import Iterator

from amparo.core.i18n import N_, _
from amparo.core.indicators import UNSCORED
from amparo.screening.assessment import Assessment, Outcome, Pattern
from amparo.screening.rule import Strength

OUTCOMES = {
    Outcome.ACT_NOW: N_("Act now"),
    Outcome.REFER: N_("Refer"),
    Outcome.LOOK_FURTHER: N_("Look further"),
    Outcome.NOT_ESTABLISHED: N_("Not established"),
}
PATTERNS = {
    Pattern.LABOUR_RIGHTS: N_(
        "The signs together look like exploitation at work: at the least, a matter of labour rights."
    ),
    Pattern.DECEIVED_AND_EXPLOITED: N_(
        "The signs together look like deceit before the work and exploitation in it. Look at the situation"
        " from there."
    ),
    Pattern.FORCED_LABOUR: N_(
        "The signs together look like deceit or coercion before the work, exploitation in it, and coercion to"
        " stay. Look at the situation from there; the competent body assesses it."
    ),
}
CAVEATS = (
    N_("This is an indication, not a finding. What is not established is not excluded."),
    N_("At a border, exploitation has often not happened yet: its absence says nothing."),
    N_("Which sign points to which ILO indicator is the kit’s own reading."),
    N_("The weights come from a copy that was not compared with the ILO’s own text."),
    N_("The weights are for labour exploitation; national law may be wider or narrower."),
)
STRENGTHS = {Strength.STRONG: N_("strong"), Strength.MEDIUM: N_("medium"), Strength.WEAK: N_("weak")}

_STEPS = {
    Outcome.ACT_NOW: (
        N_("See to safety first: call the emergency number, or the channel that your orders name."),
        N_("Do not confront anyone, and do not act alone. As far as it is safe, stay with the person."),
        N_("Then refer; ask for consent as soon as the person can give it."),
    ),
    Outcome.REFER: (
        N_("Speak with the person alone: explain a referral, and ask for consent, item by item."),
        N_("Call the body that the directory names for your state; it identifies, you presume."),
        N_("Write down what you saw and heard, in the person’s own words, and no conclusion."),
    ),
    Outcome.LOOK_FURTHER: (
        N_("Speak with the person alone, and establish what is suspected or was not asked."),
        N_("Offer information and a contact; record nothing that identifies the person."),
        N_("One sign, or none but your own judgement, is enough to refer."),
    ),
    Outcome.NOT_ESTABLISHED: (
        N_("Nothing is established yet, and nothing is excluded: absence of signs is no finding."),
        N_("Offer the rights card and a contact in every case."),
        N_("Your own judgement is enough to refer."),
    ),
}


def next_steps(assessment: Assessment) -> tuple[str, ...]:
    """What to do now, the first thing first, in the language in use."""
    return tuple(_steps(assessment))


def unscored(assessment: Assessment) -> str:
    """That no list weighs what confirmed signs tell of; empty where all is weighed."""
    if not assessment.unscored:
        return ""
    kinds = ", ".join(_(UNSCORED[kind]) for kind in assessment.unscored)
    return _("No list of this kit weighs {kinds}. It is not scored: refer.").format(kinds=kinds)


def _steps(assessment: Assessment) -> Iterator[str]:
    if assessment.age.is_child and assessment.outcome is not Outcome.NOT_ESTABLISHED:
        yield _("Treat the person as a child: call the child protection authority, always.")
    if told := unscored(assessment):
        yield told
    yield from map(_, _STEPS[assessment.outcome])
