"""What the facts of the directory say in the shorthand of those who gathered them, as officers can read it.

No number is added, and none is lost but years. Used once, as `directory_words`.
"""

import re

_NOT_MARKED = "The numbering plan does not mark the number shown as an emergency number."
_TWO_LISTS = f"{_NOT_MARKED} The two lists that give it may share an origin"
_ADDS = r"^Same list adds: (?:Also: |Fire – |Police – |or )?(\d+)\."
_UNKNOWN = "Not an emergency number in libphonenumber"

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(before), after)
    for before, after in (
        (rf"{_ADDS} {_UNKNOWN}; the two lists may share an origin\.$", rf"{_TWO_LISTS}; one also gives \1."),
        (rf"{_ADDS}$", r"The same list also gives \1."),
        (rf"^{_UNKNOWN}; the two lists may share an origin\.$", f"{_TWO_LISTS}."),
        (rf"^Another list gives (\d+)\. {_UNKNOWN}\.$", rf"Another list gives \1. {_NOT_MARKED}"),
        # the page says so of every authority without a number
        (r"(?:^|(?<=\.) )No (?:own )?number found\.$", ""),
        (r"; no number found\.$", "."),
    )
)
"""Of words that come again and again."""

WORDS: dict[str, str] = {
    "Compiler's general knowledge; not looked up, no document was read": (
        "General knowledge; no document was read"
    ),
    ("National Action Plan (no separate commission found; reported by the Ministry of Foreign Affairs)"): (
        "National Action Plan, reported by the Ministry of Foreign Affairs (no commission was found)"
    ),
    "Ministry of National Security (held the 2019 stakeholder training)": (
        "Ministry of National Security (held a training on trafficking in 2019)"
    ),
    "Another list gives 066.": "Another list gives 066, an old number: do not dial it.",
    "Same list adds: 112 redirects to 911 on mobile phones.": (
        "The list says that 112 leads to 911 from mobile phones."
    ),
    "Same list adds: 311 - Non-emergency.": "The same list gives 311 where there is no emergency.",
    "Same list adds: 911 or 112. Another list gives 911.": (
        "The same list also gives 911 and 112. Another list gives 911."
    ),
    (
        "Same list adds: Dial 107 in Buenos Aires, Córdoba, Tierra del Fuego, and Jujuy to reach the "
        "same government ambulance service directly."
    ): (
        "The list says that 107 leads straight to the ambulance in Buenos Aires, Córdoba, Tierra "
        "del Fuego and Jujuy."
    ),
    "Same list adds: Mobile phones – 112.": "The same list also gives 112, from mobile phones.",
    "Same list adds: Police Information: 139.": (
        "The same list gives 139 to ask the police for information."
    ),
    (
        "Same list adds: Tourist Police: 0800-999-5000; Tourist Police (English is spoken): "
        "0800-999-2838. Another list gives 911."
    ): (
        "The list also gives numbers of the tourist police: 0800-999-5000, and 0800-999-2838 in "
        "English. Another list gives 911."
    ),
    "As published in July 2023": "Published in July 2023",
    "Chaired by the Ministry of Human Development. No number seen in the texts read.": (
        "Chaired by the Ministry of Human Development."
    ),
    "Chat by WhatsApp stated to use the same number (2021)": (
        "Chat by WhatsApp, on the same number (as of 2021)"
    ),
    "Childcare and Protection Agency": "Number of the Childcare and Protection Agency",
    (
        "Designated government coordinator for NGO assistance to victims (US TIP reports 2019-2020 "
        "say the same)."
    ): (
        "Named by the government to bring together the help that non-governmental bodies give to "
        "victims (the US reports of 2019-2020 say the same)."
    ),
    "For women, as stated in 2020-2021.": "For women, as published in 2020-2021.",
    "From elsewhere": "From anywhere else",
    "Given in April 2025 as a direct number of the CICESCT": (
        "Given in April 2025, as a number of the CICESCT"
    ),
    (
        "Languages as stated in 2020-2021. Staff of 100 and 180 were trained on trafficking in "
        "September 2025."
    ): (
        "Languages as published in 2020-2021. Staff of 100 and 180 were trained on trafficking in"
        " September 2025."
    ),
    "Ministry of National Security.": "Under the Ministry of National Security.",
    "Named as partners in the 2015 report; no number found.": "Named as partners in the report for 2015.",
    (
        "Named in 2025. A National Task Force under the Trafficking in Persons (Prevention) Act 2008 "
        "is named by two notices of 2019. No number found."
    ): (
        "Named in 2025. Two notices of 2019 name a National Task Force, under the Trafficking in "
        "Persons (Prevention) Act 2008."
    ),
    "New Providence": "For New Providence",
    (
        "New seat since 27 January 2026: calle Roberto Pastoriza 2, almost corner José Ortega y "
        "Gasset, Naco, Distrito Nacional. No own number found."
    ): (
        "Its office since 27 January 2026: calle Roberto Pastoriza 2, near the corner of José "
        "Ortega y Gasset, Naco, Distrito Nacional."
    ),
    "No anti-trafficking body, unit or number was found in the material read.": (
        "Nothing that was read names a body, a unit or a number against trafficking."
    ),
    (
        "No committee or number found; IOM lists a technical assistance to Grenada on counter-trafficking."
    ): "No committee was found. IOM lists technical help to Grenada against trafficking.",
    "No own number found; 110 is the police emergency number.": (
        "110 is said to be the emergency number of the police; that is not confirmed."
    ),
    "No separate anti-trafficking number found.": "No number for trafficking alone was found.",
    "No separate anti-trafficking number found; campaigns direct reports to 9-1-1.": (
        "No number for trafficking alone was found; campaigns send reports to 9-1-1."
    ),
    (
        "Not yet in the March 2015 extract, which shows only the signature; the news item of November"
        " 2014 reports the deposit of the Convention and its protocols."
    ): (
        "The extract of March 2015 shows the signature only. News of November 2014 tells that the"
        " Convention and its protocols were ratified."
    ),
    (
        "Operational entity: Attorney General, Foreign Affairs, Health, Labour and Social "
        "Development, Police, Defence Force, Immigration, Customs. No number found."
    ): (
        "Brings together the Attorney General, Foreign Affairs, Health, Labour and Social "
        "Development, Police, Defence Force, Immigration and Customs."
    ),
    (
        "Overseen by the TIP Secretariat (that a 24-hour hotline was launched is confirmed by a "
        "second publisher, without the numbers)."
    ): (
        "Overseen by the TIP Secretariat. A second publisher confirms that a 24-hour hotline was "
        "opened, but gives no number."
    ),
    "Presided over by the Ministry of the Interior (Gobernación) in the sources.": (
        "Presided over by the Ministry of the Interior (Gobernación), as the sources have it."
    ),
    (
        "Publishes the annual Trafficking in Persons report cited in this file; domestic coordination"
        " rests with an interagency task force."
    ): (
        "Publishes a report on trafficking each year, which this directory cites. Inside the "
        "country an interagency task force coordinates."
    ),
    "Round-the-clock reporting line stated in October 2025 without repeating the number.": (
        "In October 2025 the line was said to answer day and night, without its number."
    ),
    "Seats in Montevideo, Paysandú, Paso de los Toros and Melo (2024). No number found.": (
        "Offices in Montevideo, Paysandú, Paso de los Toros and Melo (2024)."
    ),
    "Stated as anonymous and toll-free": "Said to be anonymous and free of charge",
    "Text message (BEFREE)": "It spells BEFREE",
    (
        "The source most trafficking reports to police come from (2025); takes reports of child "
        "abuse, including trafficking."
    ): (
        "Most reports of trafficking that the police get come from here (2025). Takes reports of "
        "child abuse, trafficking among them."
    ),
    ("The source names it as the funder of the hotline; its leading role is the compiler's knowledge."): (
        "The source says that it pays for the hotline. That it leads is general knowledge, not looked up."
    ),
    (
        "The source reports the cases of the Ministerio Público; the name of the office is the "
        "compiler's knowledge."
    ): (
        "The source tells of the cases of the Ministerio Público. The name of the office is "
        "general knowledge, not looked up."
    ),
    "The long number used until then; may still answer": (
        "The long number, from before *211; may still answer"
    ),
    "Toll-free of the Ministry of Justice": "Toll-free line of the Ministry of Justice",
    (
        "Two notices of one publisher name the unit (the newer of July 2025); the e-mail address is "
        "in the undated one."
    ): (
        "Two notices of one publisher name the unit, the newer one in July 2025. The e-mail "
        "address is in the other, which has no date."
    ),
    (
        "Under the Ministry of Legal Affairs, Public Safety and Labour when last seen (2017-2018). "
        "Existence confirmed; no public number found."
    ): ("Under the Ministry of Legal Affairs, Public Safety and Labour when last seen (2017-2018)."),
    (
        "Unit reported as created in 2017-2018 and again in 2020-2021; both readings come from one "
        "publisher (US Department of State). No number found."
    ): (
        "Reported as created in 2017-2018 and again in 2020-2021, by one publisher (US Department of State)."
    ),
    "Both readings go back to the PDH itself (2018 and an undated campaign).": (
        "Both sources go back to the PDH itself (2018, and a campaign without a date)."
    ),
    (
        "Both readings report one regional campaign of about 2008. No separate anti-trafficking "
        "number was found."
    ): (
        "Both sources tell of one regional campaign of about 2008. No number for trafficking alone was found."
    ),
    "Hours and number as on an undated page.": "Hours and number are from a page without a date.",
    "Latest reading is of 2020. The ministry in charge has been reorganised since.": (
        "The latest source is of 2020. The ministry in charge has been reorganised since."
    ),
    "Latest reading is of 2021: check before use.": "The latest source is of 2021: check before use.",
    "Latest reading of the number is of 2020.": "The latest source of the number is of 2020.",
    "Not looked up in this work: check before use.": "Check before use.",
    "One source of 2016. Published before 2020 and not seen in a newer source: check before use.": (
        "Published in 2016, and in no newer source since: check before use."
    ),
    (
        "Source of 2013 names the then 'Grupo de Trabajo Multisectorial'; today's name is the "
        "compiler's knowledge."
    ): (
        "The source of 2013 names it “Grupo de Trabajo Multisectorial”. Its name of today is "
        "general knowledge, not looked up."
    ),
}
"""Of words that come once."""


def plainly(words: str) -> str:
    """The words as officers can read them; the same, where there is nothing to change."""
    if words in WORDS:
        return WORDS[words]
    for before, after in RULES:
        words = before.sub(after, words)
    return words
