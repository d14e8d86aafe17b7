"""What the facts of the directory do not hold as data: short names, plainer words, where sources disagree.

Used once, by `amparo_build.directory`; afterwards the words are edited in `content/directory/*.yaml`.
"""

ALSO: dict[str, tuple[str, ...]] = {
    "ATG": ("Antigua", "Barbuda"),
    "BHS": ("The Bahamas", "Las Bahamas", "Les Bahamas"),
    "BLZ": ("Belice",),
    "BOL": ("Plurinational State of Bolivia", "Estado Plurinacional de Bolivia"),
    "DMA": ("Commonwealth of Dominica",),
    "DOM": ("Rep. Dominicana", "RD"),
    "HTI": ("Ayiti",),
    "SLV": ("Salvador",),
    "KNA": (
        "St Kitts and Nevis",
        "St Kitts",
        "Saint Kitts",
        "Nevis",
        "San Cristóbal y Nieves",
        "São Cristóvão e Neves",
    ),
    "LCA": ("St Lucia",),
    "VCT": (
        "St Vincent and the Grenadines",
        "St Vincent",
        "Saint Vincent",
        "San Vicente",
        "São Vicente",
        "SVG",
    ),
    "SUR": ("Surinam",),
    "TTO": (
        "Trinidad",
        "Tobago",
        "Trinidad & Tobago",
        "Trinidad y Tabago",
        "Trindade e Tobago",
        "Trinidad-et-Tobago",
        "T&T",
    ),
    "USA": (
        "United States",
        "United States of America",
        "USA",
        "US",
        "U.S.",
        "Estados Unidos",
        "EE. UU.",
        "EEUU",
        "EUA",
        "États-Unis",
    ),
    "VEN": ("Bolivarian Republic of Venezuela", "República Bolivariana de Venezuela"),
    "oas": (
        "OAS",
        "OEA",
        "Organization of American States",
        "Organización de los Estados Americanos",
        "Organização dos Estados Americanos",
        "Organisation des États américains",
    ),
    "unhcr": ("UNHCR", "ACNUR", "HCR"),
    "iom": ("IOM", "OIM"),
    "ilo": ("ILO", "OIT"),
    "unodc": ("UNODC", "ONUDD", "ONUDC"),
    "unicef": ("UNICEF",),
}
"""Names that people use for a state or an organisation beside those of the catalogues."""

ORGANISATIONS: dict[str, dict[str, str]] = {
    "oas": {
        "en": "OAS Department of Public Security",
        "es": "Departamento de Seguridad Pública de la OEA",
        "pt": "Departamento de Segurança Pública da OEA",
        "fr": "Département de la sécurité publique de l’OEA",
    },
    "unhcr": {
        "en": "United Nations High Commissioner for Refugees",
        "es": "Alto Comisionado de las Naciones Unidas para los Refugiados",
        "pt": "Alto Comissariado das Nações Unidas para os Refugiados",
        "fr": "Haut Commissariat des Nations Unies pour les réfugiés",
    },
    "iom": {
        "en": "International Organization for Migration",
        "es": "Organización Internacional para las Migraciones",
        "pt": "Organização Internacional para as Migrações",
        "fr": "Organisation internationale pour les migrations",
    },
    "ilo": {
        "en": "International Labour Organization",
        "es": "Organización Internacional del Trabajo",
        "pt": "Organização Internacional do Trabalho",
        "fr": "Organisation internationale du Travail",
    },
    "unodc": {
        "en": "United Nations Office on Drugs and Crime",
        "es": "Oficina de las Naciones Unidas contra la Droga y el Delito",
        "pt": "Escritório das Nações Unidas sobre Drogas e Crime",
        "fr": "Office des Nations Unies contre la drogue et le crime",
    },
    "unicef": {
        "en": "United Nations Children’s Fund",
        "es": "Fondo de las Naciones Unidas para la Infancia",
        "pt": "Fundo das Nações Unidas para a Infância",
        "fr": "Fonds des Nations Unies pour l’enfance",
    },
}
"""The names of the organisations, in the order of the facts."""

NO_LINE = "No line of its own for trafficking was found: {channel} is what the authorities give."
CONFLICTS: dict[str, tuple[str, ...]] = {
    "BHS": (
        "Three hotline numbers were published in 2019, all by one publisher. A report of 2023 says that new "
        "hotlines have been set up; their numbers were not found. The numbers of 2019 are shown, with a "
        "warning.",
    ),
    "BRA": (
        "Two WhatsApp numbers were published for Disque 100: one from 2020 to July 2022, another in July "
        "2023. The newer one is shown, on one source; the older one is under “Do not dial”.",
    ),
    "COL": (
        "The OAS directory page gives a number from before 2021, when Colombian numbers became ten digits "
        "long. It is shown with a warning and without a form for calls from abroad.",
    ),
    "CRI": (NO_LINE.format(channel="911"),),
    "DOM": (
        "The long number of Línea Vida, 809-200-1202, was given until November 2025, the short number *211 "
        "since. Both are shown.",
        "*212 is another line, of the Ministry of Women.",
        "809-200-7393 rests on one page of 2016.",
    ),
    "SLV": (NO_LINE.format(channel="911"),),
    "GTM": (
        "A regional campaign of about 2008 gave 1552, the line of that time: do not dial it. The line of the "
        "Human Rights Ombudsman, 1555, is shown.",
        "110 was looked for as a reporting line, and nothing that was read gives it as one. It is shown as the "
        "emergency number of the police only.",
    ),
    "GUY": (
        "624-0079 was the Spanish line in November 2020. A new line in Spanish and Portuguese opened in July "
        "2021; its number was not seen.",
    ),
    "HTI": (
        "Two lists swap ambulance and fire: one has 116 for the ambulance and 115 for fire, the other 115 "
        "and 116. Only 114, the police, is confirmed.",
    ),
    "HND": (
        "For the police one list has 911, another 112, and the numbering plan 199. None is confirmed.",
        "For the response team of CICESCT, 8990-5187 was given in September 2025 and 3399-4699 in April "
        "2025. The national line 145 is the safe choice.",
    ),
    "JAM": (
        "211 took the place of an older toll-free number in 2021. An old list that still goes round gives "
        "that number: it is under “Do not dial”.",
        "One notice about the number of the Ministry of National Security is cut off. It was not used.",
    ),
    "MEX": (
        "One list of emergency numbers has 066, which was dialled before 911: do not dial it.",
        "The number of FEVIMTRA was published with the old prefix 01. An e-mail address at the former "
        "domain of the prosecutors was left out.",
    ),
    "PAN": (NO_LINE.format(channel="104, the police,"),),
    "PER": (
        "1818 took the place of an older number of 2006, which is under “Do not dial”.",
        "The emergency numbers 105, 116 and 117 are in the numbering plan; 911 is in the lists only.",
    ),
    "SUR": (
        "A campaign of 2019 gave another short number, which is under “Do not dial”. The number and the two "
        "WhatsApp numbers of 2024 and 2025 are shown.",
    ),
    "TTO": (
        "One list swaps 811, the ambulance, and 990, fire.",
        "The Counter Trafficking Unit was under the Ministry of National Security until 2025, and is under "
        "the Ministry of Homeland Security since.",
    ),
    "USA": (
        "The hotline changed its operator in September 2025; several pages still name the former one. The "
        "number is the same in all sources seen.",
    ),
    "URY": (
        "The service for women in situations of trafficking was reported in 2024 to take hardly any cases. "
        "No number of it was found.",
        "For ambulance and fire one list has 105 and 104, another 911.",
    ),
    "VEN": (NO_LINE.format(channel="911"),),
}
"""Where sources disagree, in our own words."""

OLD_NUMBERS = {"1552": "GTM", "066": "MEX"}
"""Numbers that these words give and that nobody should dial."""

GENERAL: frozenset[tuple[str, str]] = frozenset(
    {
        # their own notes say so
        ("CHL", "Investigations Police of Chile"),
        ("COL", "Office of the Attorney General, contact centre"),
        ("DMA", "Domestic violence hotline"),
        ("GRD", "Child Protection Authority"),
        # nothing that was read says that they deal with trafficking
        ("DOM", "Emergency line *212, Ministry of Women"),
        ("PRY", "Public Defender, line 133"),
    }
)
"""Who is not specific to trafficking: shown with the rest, and never as the best number of a state."""

ANSWERED_BY: dict[tuple[str, str], str] = {
    ("CHL", "Children's Line 147, Carabineros"): "police",
    ("SLV", "911 (channel given in a regional campaign)"): "police",
    ("LCA", "Trafficking in Persons hotline 847 (spells TIP)"): "police",
    ("PAN", "104, National Police (channel given for trafficking reports)"): "police",
    ("SUR", "Reporting line of the Trafficking in Persons Department"): "police",
    ("DOM", "Lifeline of the Public Ministry for victims of violence"): "prosecutors",
}
"""Who answers a line whose role does not tell it, by its own name or note."""

SUPERSEDED: dict[str, tuple[str, ...]] = {
    "WhatsApp (61) 99656-5008 (published 2020 to 2022)": ("(61) 99656-5008",),
    "1-888-PROTECT (1-888-776-8328), replaced by 211": ("1-888-776-8328", "1-888-PROTECT"),
    "0800-2-3232 (line opened by IOM in 2006)": ("0800-2-3232",),
    "467-1279 (older notice)": ("467-1279",),
    "155 (campaign of 2019)": ("155",),
}
"""The numbers in what the facts say of superseded ones."""

REWORDED: dict[str, str] = {
    # Sources
    "Compiler's general knowledge; not looked up, no document was read": (
        "General knowledge; no document was read"
    ),
    # Names
    "National Action Plan (no separate commission found; reported by the Ministry of Foreign Affairs)": (
        "National Action Plan, reported by the Ministry of Foreign Affairs (no commission was found)"
    ),
    "Ministry of National Security (held the 2019 stakeholder training)": (
        "Ministry of National Security (held a training on trafficking in 2019)"
    ),
    # Notes of emergency numbers
    "Another list gives 066.": "Another list gives 066, an old number: do not dial it.",
    "Another list gives 112. Not an emergency number in libphonenumber.": (
        "Another list gives 112. The numbering plan does not mark the number shown as an emergency number."
    ),
    "Another list gives 115. Not an emergency number in libphonenumber.": (
        "Another list gives 115. The numbering plan does not mark the number shown as an emergency number."
    ),
    "Another list gives 116. Not an emergency number in libphonenumber.": (
        "Another list gives 116. The numbering plan does not mark the number shown as an emergency number."
    ),
    "Another list gives 911. Not an emergency number in libphonenumber.": (
        "Another list gives 911. The numbering plan does not mark the number shown as an emergency number."
    ),
    "Another list gives 990. Not an emergency number in libphonenumber.": (
        "Another list gives 990. The numbering plan does not mark the number shown as an emergency number."
    ),
    "Not an emergency number in libphonenumber; the two lists may share an origin.": (
        "The numbering plan does not mark the number shown as an emergency number. The two lists that give it "
        "may share an origin."
    ),
    "Same list adds: 102.": "The same list also gives 102.",
    "Same list adds: 112 redirects to 911 on mobile phones.": (
        "The list says that 112 leads to 911 from mobile phones."
    ),
    "Same list adds: 119.": "The same list also gives 119.",
    "Same list adds: 122.": "The same list also gives 122.",
    "Same list adds: 311 - Non-emergency.": "The same list gives 311 where there is no emergency.",
    "Same list adds: 911 or 112. Another list gives 911.": (
        "The same list also gives 911 and 112. Another list gives 911."
    ),
    "Same list adds: 919.": "The same list also gives 919.",
    "Same list adds: 999.": "The same list also gives 999.",
    "Same list adds: Also: 101.": "The same list also gives 101.",
    "Same list adds: Also: 105. Not an emergency number in libphonenumber; the two lists may share an origin.": (
        "The numbering plan does not mark the number shown as an emergency number. The two lists that give it "
        "may share an origin; one of them also gives 105."
    ),
    "Same list adds: Also: 106. Not an emergency number in libphonenumber; the two lists may share an origin.": (
        "The numbering plan does not mark the number shown as an emergency number. The two lists that give it "
        "may share an origin; one of them also gives 106."
    ),
    "Same list adds: Also: 112.": "The same list also gives 112.",
    "Same list adds: Also: 116. Not an emergency number in libphonenumber; the two lists may share an origin.": (
        "The numbering plan does not mark the number shown as an emergency number. The two lists that give it "
        "may share an origin; one of them also gives 116."
    ),
    "Same list adds: Also: 125.": "The same list also gives 125.",
    "Same list adds: Also: 131.": "The same list also gives 131.",
    "Same list adds: Also: 132.": "The same list also gives 132.",
    "Same list adds: Also: 141.": "The same list also gives 141.",
    "Same list adds: Also: 171.": "The same list also gives 171.",
    "Same list adds: Also: 912.": "The same list also gives 912.",
    (
        "Same list adds: Dial 107 in Buenos Aires, Córdoba, Tierra del Fuego, and Jujuy to reach the same "
        "government ambulance service directly."
    ): (
        "The list says that 107 leads straight to the ambulance in Buenos Aires, Córdoba, Tierra del Fuego "
        "and Jujuy."
    ),
    "Same list adds: Fire – 103.": "The same list also gives 103.",
    "Same list adds: Fire – 123. Not an emergency number in libphonenumber; the two lists may share an origin.": (
        "The numbering plan does not mark the number shown as an emergency number. The two lists that give it "
        "may share an origin; one of them also gives 123."
    ),
    "Same list adds: Fire – 911.": "The same list also gives 911.",
    "Same list adds: Mobile phones – 112.": "The same list also gives 112, from mobile phones.",
    "Same list adds: Police Information: 139.": "The same list gives 139 to ask the police for information.",
    "Same list adds: Police – 104.": "The same list also gives 104.",
    "Same list adds: Police – 120.": "The same list also gives 120.",
    (
        "Same list adds: Tourist Police: 0800-999-5000; Tourist Police (English is spoken): 0800-999-2838. "
        "Another list gives 911."
    ): (
        "The list also gives numbers of the tourist police: 0800-999-5000, and 0800-999-2838 in English. "
        "Another list gives 911."
    ),
    "Same list adds: or 911.": "The same list also gives 911.",
    # Notes of authorities and numbers
    "Active since 2012; no number found.": "Active since 2012.",
    "Acts as general secretariat of the Commission. No number found.": (
        "Acts as general secretariat of the Commission."
    ),
    "Announced in August 2022. No number found.": "Announced in August 2022.",
    "As published in July 2023": "Published in July 2023",
    "Chaired by the Ministry of Human Development. No number seen in the texts read.": (
        "Chaired by the Ministry of Human Development."
    ),
    "Chat by WhatsApp stated to use the same number (2021)": "Chat by WhatsApp, on the same number (as of 2021)",
    "Childcare and Protection Agency": "Number of the Childcare and Protection Agency",
    (
        "Designated government coordinator for NGO assistance to victims (US TIP reports 2019-2020 say the "
        "same)."
    ): (
        "Named by the government to bring together the help that non-governmental bodies give to victims "
        "(the US reports of 2019-2020 say the same)."
    ),
    "For women, as stated in 2020-2021.": "For women, as published in 2020-2021.",
    "From elsewhere": "From anywhere else",
    "Given in April 2025 as a direct number of the CICESCT": "Given in April 2025, as a number of the CICESCT",
    "Languages as stated in 2020-2021. Staff of 100 and 180 were trained on trafficking in September 2025.": (
        "Languages as published in 2020-2021. Staff of 100 and 180 were trained on trafficking in September "
        "2025."
    ),
    "Ministry of National Security.": "Under the Ministry of National Security.",
    "Named as partners in the 2015 report; no number found.": "Named as partners in the report for 2015.",
    (
        "Named in 2025. A National Task Force under the Trafficking in Persons (Prevention) Act 2008 is named "
        "by two notices of 2019. No number found."
    ): (
        "Named in 2025. Two notices of 2019 name a National Task Force, under the Trafficking in Persons "
        "(Prevention) Act 2008."
    ),
    "New Providence": "For New Providence",
    (
        "New seat since 27 January 2026: calle Roberto Pastoriza 2, almost corner José Ortega y Gasset, Naco, "
        "Distrito Nacional. No own number found."
    ): (
        "Its office since 27 January 2026: calle Roberto Pastoriza 2, near the corner of José Ortega y "
        "Gasset, Naco, Distrito Nacional."
    ),
    "No anti-trafficking body, unit or number was found in the material read.": (
        "Nothing that was read names a body, a unit or a number against trafficking."
    ),
    "No committee or number found; IOM lists a technical assistance to Grenada on counter-trafficking.": (
        "No committee was found. IOM lists technical help to Grenada against trafficking."
    ),
    "No number found.": "",
    "No own number found; 110 is the police emergency number.": (
        "110 is said to be the emergency number of the police; that is not confirmed."
    ),
    "No separate anti-trafficking number found.": "No number for trafficking alone was found.",
    "No separate anti-trafficking number found; campaigns direct reports to 9-1-1.": (
        "No number for trafficking alone was found; campaigns send reports to 9-1-1."
    ),
    (
        "Not yet in the March 2015 extract, which shows only the signature; the news item of November 2014 "
        "reports the deposit of the Convention and its protocols."
    ): (
        "The extract of March 2015 shows the signature only. News of November 2014 tells that the Convention "
        "and its protocols were ratified."
    ),
    (
        "Operational entity: Attorney General, Foreign Affairs, Health, Labour and Social Development, "
        "Police, Defence Force, Immigration, Customs. No number found."
    ): (
        "Brings together the Attorney General, Foreign Affairs, Health, Labour and Social Development, "
        "Police, Defence Force, Immigration and Customs."
    ),
    (
        "Overseen by the TIP Secretariat (that a 24-hour hotline was launched is confirmed by a second "
        "publisher, without the numbers)."
    ): (
        "Overseen by the TIP Secretariat. A second publisher confirms that a 24-hour hotline was opened, but "
        "gives no number."
    ),
    "Presided over by the Ministry of the Interior (Gobernación) in the sources.": (
        "Presided over by the Ministry of the Interior (Gobernación), as the sources have it."
    ),
    (
        "Publishes the annual Trafficking in Persons report cited in this file; domestic coordination rests "
        "with an interagency task force."
    ): (
        "Publishes a report on trafficking each year, which this directory cites. Inside the country an "
        "interagency task force coordinates."
    ),
    "Round-the-clock reporting line stated in October 2025 without repeating the number.": (
        "In October 2025 the line was said to answer day and night, without its number."
    ),
    "Runs a reference centre and a transitional shelter for victims. No number found.": (
        "Runs a reference centre and a transitional shelter for victims."
    ),
    "Runs a specialised shelter for girls. No number found.": "Runs a specialised shelter for girls.",
    "Seats in Montevideo, Paysandú, Paso de los Toros and Melo (2024). No number found.": (
        "Offices in Montevideo, Paysandú, Paso de los Toros and Melo (2024)."
    ),
    "Stated as anonymous and toll-free": "Said to be anonymous and free of charge",
    "Text message (BEFREE)": "For text messages only; it spells BEFREE",
    (
        "The source most trafficking reports to police come from (2025); takes reports of child abuse, "
        "including trafficking."
    ): (
        "Most reports of trafficking that the police get come from here (2025). Takes reports of child abuse, "
        "trafficking among them."
    ),
    "The source names it as the funder of the hotline; its leading role is the compiler's knowledge.": (
        "The source says that it pays for the hotline. That it leads is general knowledge, not looked up."
    ),
    "The source reports the cases of the Ministerio Público; the name of the office is the compiler's knowledge.": (
        "The source tells of the cases of the Ministerio Público. The name of the office is general "
        "knowledge, not looked up."
    ),
    "The long number used until then; may still answer": "The long number, from before *211; may still answer",
    "Toll-free of the Ministry of Justice": "Toll-free line of the Ministry of Justice",
    (
        "Two notices of one publisher name the unit (the newer of July 2025); the e-mail address is in the "
        "undated one."
    ): (
        "Two notices of one publisher name the unit, the newer one in July 2025. The e-mail address is in the "
        "other, which has no date."
    ),
    (
        "Under the Ministry of Legal Affairs, Public Safety and Labour when last seen (2017-2018). Existence "
        "confirmed; no public number found."
    ): "Under the Ministry of Legal Affairs, Public Safety and Labour when last seen (2017-2018).",
    (
        "Unit reported as created in 2017-2018 and again in 2020-2021; both readings come from one publisher "
        "(US Department of State). No number found."
    ): (
        "Reported as created in 2017-2018 and again in 2020-2021, by one publisher (US Department of State)."
    ),
    # Warnings
    "Both readings go back to the PDH itself (2018 and an undated campaign).": (
        "Both sources go back to the PDH itself (2018, and a campaign without a date)."
    ),
    (
        "Both readings report one regional campaign of about 2008. No separate anti-trafficking number was "
        "found."
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
    (
        "One source of 2016. Published before 2020 and not seen in a newer source: check before use."
    ): "Published in 2016, and in no newer source since: check before use.",
    "Source of 2013 names the then 'Grupo de Trabajo Multisectorial'; today's name is the compiler's knowledge.": (
        "The source of 2013 names it “Grupo de Trabajo Multisectorial”. Its name of today is general "
        "knowledge, not looked up."
    ),
}
"""What the facts say in the shorthand of those who gathered them, as officers can read it.

No number is added, and none is lost but dates.
"""
