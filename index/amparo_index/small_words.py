"""Words that hold a question together and say nothing of what it asks for: "what do I do if", "cómo le digo".

Rarity does not tell them: a kit that speaks in orders hardly ever says "I", which is in every other question.
A word that means something in another of the languages is left out: "son", "car", "mine", "dos".
"""

from amparo_index.analysis import fold

_ENGLISH = """
a an the and or but if so as than then too also just only because of to in on at by for with without from into
about after before during while until since between through over under out up down back
this that these those here there it its itself is isn isnt are aren arent was wasn wasnt were be been being am
do don dont does doesn doesnt did didn didnt has hasn hasnt have haven havent had
can cannot cant could may might must shall should will would won wont
i me my we our ours us you your yours he him his she her hers they them their theirs
who whom whose which what when where why how not no any some all each every both another other others
very more most much maybe please really exactly vs versus
d ll re s t ve m something someone somebody anything anyone anybody else
put puts go goes going gone went get gets got getting let lets say says said want wants need needs
"""
_SPANISH = """
el la los las lo un una unos unas al del de y e o u que como cuando donde quien cual
por para con sin sobre en a si no se me te le les nos su sus mi mis tu tus
este esta estos estas ese esa eso esto ella ellos ellas yo es ser estar estan era fue ha han he hay
hago hacer hace digo dice puedo puede pueden debo debe deben porque pero muy ya
"""
_PORTUGUESE = """
o a os as um uma uns umas de do da das em no na nos nas por pelo pela com sem para
que quem como quando onde qual se nao eu ele ela eles elas meu minha seu sua
ser estar esta foi ha mais mas ou e tambem ja posso pode podem devo deve devem faco fazer faz
"""
_FRENCH = """
le la les l un une des du de d et ou au aux en dans par pour avec sans sur
que qui quoi comment quand quel quelle si ne pas non n se me te lui leur leurs
sa ses ma mes ta tes ce cette ces c il elle ils elles on je j nous vous
est sont etre ont avoir ai peut peux peuvent dois doit doivent fais faire fait y qu
"""
_SMALL = frozenset(fold(f"{_ENGLISH} {_SPANISH} {_PORTUGUESE} {_FRENCH}").split())


def is_small(word: str) -> bool:
    """Whether a word of a query, as written, is one of them; "WHO" and "CAN" in capitals are names."""
    return fold(word) in _SMALL and not (len(word) == 3 and word.isupper())
