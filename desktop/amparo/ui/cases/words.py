"""What is said of cases, visits, screenings and referrals, in the officer's words."""

from amparo.core.i18n import N_

CASE_STATES = {
    # Translators: a case that is open, not yet closed
    "open": N_("open"),
    "referred": N_("referred"),
    "closed": N_("closed"),
}
REFERRAL_STATES = {
    "draft": N_("draft"),
    "sealed": N_("sealed"),
    "handed-over": N_("handed over"),
    "delivered": N_("delivered"),
    "accepted": N_("accepted"),
    "refused": N_("refused"),
    "done": N_("done"),
    "revoked": N_("revoked"),
}
AGES = {
    "": N_("age not known"),
    "adult": N_("adult"),
    "possible-child": N_("possible child"),
    "child": N_("child"),
}
DEEDS = {
    "vault-made": N_("vault made"),
    "unlocked": N_("unlocked"),
    "office-unlocked": N_("unlocked by the office's key"),
    "wrong-passphrases": N_("wrong passphrases before"),
    "locked": N_("locked"),
    "passphrase-changed": N_("passphrase changed"),
    "office-changed": N_("office changed"),
    "backed-up": N_("backup made"),
    "restored": N_("backup restored"),
    "case-opened": N_("case opened"),
    "case-state": N_("case: stage changed"),
    "case-review": N_("case: date of destruction or review changed"),
    "case-destroyed": N_("case destroyed"),
    "visit-opened": N_("visit opened"),
    "visit-review": N_("visit: date of destruction or review changed"),
    "visit-destroyed": N_("visit destroyed"),
    "screening-kept": N_("screening kept with"),
    "screening-destroyed": N_("screening destroyed, of"),
    "drafts-dropped": N_("drafts gone after a day"),
    "referral-begun": N_("referral begun for"),
    "referral-state": N_("referral: stage changed"),
    "referral-destroyed": N_("referral destroyed, of"),
    "referral-sealed": N_("referral sealed, of"),
    "card-added": N_("receiver's key added"),
    "card-removed": N_("receiver's key removed"),
    "received": N_("referral received"),
    "answered": N_("referral answered"),
    "received-destroyed": N_("received referral destroyed"),
    "printed": N_("printed"),
    "log-exported": N_("log saved to a file"),
}
