"""Words that make a passphrase easy to guess, without accents: Spanish, Portuguese, English, French.

Little words make sentences: proverbs, prayers, songs, titles. Of a family a guesser tries all in a row.
"""

_LITTLE = """
    a al ante bajo cada como con cual cuando de del desde donde e el ella ellos en entre era eres es esa ese
    eso esta estan estas este esto estoy fue ha hace han has hasta hay he la las le les lo los mas me mi mis
    mucho muy nada ni no nos o os para pero poco por porque que quien se sea ser si sin sobre solo son soy
    su sus tambien tan tanto te tiene toda todo todos tu tus u un una uno y ya yo ao aos as ate com da das
    dele dela do dos ela ele eles em essa esse eu foi isso isto ja mais meu meus minha muito na nas nao nem
    ou pela pelo pois quando quanto quem sem seu sua so somos sou tem tudo um uma umas uns voce about all an
    and are at be been but by can did does down for from had have her his how i if in into is it its just
    like more my nor not of off on one only or our out over she some than that the their them then there
    these they this those to too under up us was we were what when where which who whom why will with you
    your ai au aux avec c ce ces cest cet cette ceux chez comme d dans des donc du elle elles est et etait
    etre eux fait fais faut il ils j jai jamais je l leur leurs lui m ma meme mes moi mon n ne notre nous
    par pas peu plus point pour qu quand quel quelle qui quoi s sa sans sauf ses sont suis sur t ta tes toi
    ton tous tout toute une vaut vers vos votre vous
"""
_FAMILIES = (
    """
        lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta segundafeira
        tercafeira quartafeira quintafeira sextafeira monday tuesday wednesday thursday friday saturday
        sunday lundi mardi mercredi jeudi vendredi samedi dimanche
    """,
    """
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
        janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro january february march
        april may june july august september october november december janvier fevrier mars avril mai juin
        juillet aout septembre octobre novembre decembre primavera verano otono invierno verao outono
        inverno spring summer autumn winter printemps ete automne hiver
    """,
    """
        cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte
        treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil zero dois quatro sete oito nove
        dez onze doze treze quatorze quinze vinte trinta quarenta cinquenta sessenta oitenta cem one two
        three four five six seven eight nine ten eleven twelve thirteen twenty thirty hundred thousand deux
        trois quatre cinq sept huit neuf dix douze seize vingt trente quarante cinquante soixante cent mille
        novecientos novecentos primero segundo tercero first second third premier
    """,
    """
        rojo verde azul amarillo negro blanco gris rosa naranja morado vermelho amarelo preto branco cinza
        roxo laranja red green blue yellow black white grey gray pink orange purple brown rouge vert bleu
        jaune noir blanc rose violet marron
    """,
    """
        argentina belice bolivia brasil brazil canada chile colombia costa rica cuba dominica ecuador
        equador salvador guatemala guyana haiti honduras jamaica mexico nicaragua panama paraguay paraguai
        peru surinam suriname trinidad uruguay uruguai venezuela bahamas barbados granada antigua lucia
        estados unidos united states america buenos aires bogota lima quito caracas santiago montevideo
        asuncion brasilia habana managua paz jose tegucigalpa london paris madrid lisboa espana portugal
        bresil perou mexique colombie
    """,
    """
        ana andrea antonio beatriz camila carlos carmen carolina claudia cristina daniel david diana diego
        eduardo elena fernando francisco gabriel gabriela guadalupe isabel javier joao john jorge jose juan
        juana julia laura luis luisa manuel marcos maria mariana mario marta mary michael miguel monica
        pablo patricia paula paulo pedro rafael ricardo roberto rosa sandra santiago sofia teresa victor
        jean marie pierre michel james robert william alvarez castillo castro chavez costa cruz diaz
        fernandez fernandes flores garcia gomez gomes gonzalez goncalves gutierrez hernandez herrera jimenez
        johnson jones lima lopez lopes martin martinez martins medina mendoza morales moreno oliveira ortiz
        pereira perez ramirez ramos reyes ribeiro rivera rodriguez rodrigues rojas romero ruiz sanchez
        santos silva smith souza torres vargas vasquez brown davis miller
    """,
    """
        amor vida dios deus jesus cristo senhor senor virgen virgem santa santo iglesia igreja paz bendito
        gracia graca plena ave dominus tecum padre madre hijo pai mae filho familia love life god lord
        church peace amour dieu seigneur vie eglise
    """,
    """
        contrasena clave secreta secreto segura seguro palabra frase senha segredo password passphrase
        secret secure vault amparo motdepasse passe mot coffre azerty qwerty asdf asdfgh zxcvb qwertyuiop
    """,
)

ROWS = "abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm azertyuiop qsdfghjklm wxcvbn"
"""Of the alphabet and of keyboards."""
LITTLE = frozenset(_LITTLE.split())
FAMILIES = tuple(frozenset(family.split()) for family in _FAMILIES)
