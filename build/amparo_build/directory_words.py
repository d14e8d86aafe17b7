"""What the facts of the directory do not hold as data: short names, who answers, where sources disagree.

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
        "110 was looked for as a reporting line, and nothing that was read gives it as one. It is shown as "
        "the emergency number of the police only.",
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
        # the facts tell them where a body that coordinates would be, and say that they found none
        (
            "CUB",
            "National Action Plan (no separate commission found; reported by the Ministry of Foreign "
            "Affairs)",
        ),
        ("GRD", "Ministry of National Security (held the 2019 stakeholder training)"),
    }
)
"""Who is not specific to trafficking: shown with the rest, and never as the best number of a state."""

LEGAL_AID, CIVIL_SOCIETY = "legal-aid", "civil-society-for-children"
SORTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("PRY", "Public Defender, line 133"): (LEGAL_AID,),
    ("SUR", "Mi Lijn 123, child and youth helpline"): (CIVIL_SOCIETY,),
    ("TTO", "ChildLine, child helpline"): (CIVIL_SOCIETY,),
}
"""What a body is besides its role, by its own name or note."""

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
