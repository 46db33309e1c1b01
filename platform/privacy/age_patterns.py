"""How people write an exact age, as regular expressions."""

from __future__ import annotations

import re

from privacy.findings import LIKELY, POSSIBLE
from privacy.neutral_ages import SPELLED, UNITS
from privacy.tokens import one_of

_LONGEST_FIRST = sorted(SPELLED, key=len, reverse=True)
_WORD = one_of(" ".join(word for word in _LONGEST_FIRST if word != "een"))
_NUM = r"(?:1[01][0-9]|[1-9]?[0-9])"
_HALF = rf"(?:{_NUM}(?:[,.]5|½| en een half)?|{_WORD}|een|één|anderhalf)"
_BIG = one_of(" ".join(word for word in _LONGEST_FIRST if word not in UNITS))
_BARE = r"[1-9][0-9]"
_AGE = rf"(?:{_NUM}(?:[,.]5| en een half)?|{_BIG})"
YEARS = r"(?:jaar|jaren|jr\b\.?|jrs|j\b\.|j(?=[,.;)\s]))"
_MONTHS = r"(?:maanden|maand|mnd\b\.?|mndn|weken|week|wkn|dagen)\b"
_WITH_MONTHS = rf"{_HALF}\s?{YEARS}(?: en {_NUM}\s?{_MONTHS})?(?: oude?\b)?"
PERSON = one_of(
    r"zoon dochter zoontje dochtertje kind kindje kinderen kids baby peuter kleuter tiener jongen"
    r" jongetje meisje meid man vrouw meneer mevrouw heer dame mw\.? dhr\.? mevr\.? moeder vader oma"
    r" opa broer broertje broers zus zusje zussen zusjes zonen dochters jongens meisjes kleinkind"
    r" kleinkinderen kleinzoon kleindochter nichtje neefje neef nicht tante oom tweeling drieling"
    r" vierling jongere jongeman jongvolwassene cli[eë]nte? inwoner inwoonster bewoner bewoonster huurder"
    r" huurster pati[eë]nte? leerling student studente weduwe weduwnaar alleenstaande ouder persoon"
    r" iemand partner echtgenoot echtgenote vriend vriendin pleegkind pleegzoon pleegdochter stiefzoon"
    r" stiefdochter statushouder asielzoeker vluchteling wajonger kandidaat werknemer zzp'er ondernemer"
    r" buurman buurvrouw mantelzorger slachtoffer puber pubers jongste oudste middelste ltd\.? ex"
    r" schoonmoeder schoonvader pleegmoeder pleegvader stiefvader stiefmoeder poolse syri[eë]r eritree[eë]r"
)
ADJECTIVE = re.compile(
    rf"(?<![\w-])(?:{_NUM}[- ]?jarige?n?|{_WORD}-?jarige?n?|[0-9]{{1,3}}\s?jr-ige)(?!\w)", re.I
)
OLD = re.compile(
    rf"(?<![\w.,/-])(?:{_HALF}\s?{YEARS}(?: en {_NUM}\s?{_MONTHS})?|{_NUM}\s?{_MONTHS}"
    rf"|{_WORD}\s{_MONTHS}) oude?\b(?!er)",
    re.I,
)
_IS_YEARS = re.compile(
    rf"\b(?:is|was|ben|bent|wordt|werd|word|worden|zijn|waren|leeftijd:?|lft[dj]?\.?:?|ltd\.?:?)"
    rf"(?: (?:nu|inmiddels|pas|net|al|bijna|ongeveer|ruim|nog maar|slechts|dan|toen|straks|volgende week"
    rf"|morgen|ook|zelf))*"
    rf" (?P<age>{_WITH_MONTHS}|(?:{_NUM}|{_WORD})\s?{_MONTHS})(?=\s*(?:[.,;:!?)]|$|en\b|maar\b|met\b"
    rf"|toen\b|ongehuwd"
    rf"|alleenstaand|oud\b|als\b))",
    re.I,
)
_COUNTED = (
    r"(?:jonge |kleine |volwassen |kleinere |opgroeiende |schoolgaande )?(?:meter|cm|centimeter|kilo"
    r"|kinderen|kids|kleuters|peuters|baby's|zonen|zoons|dochters|jongens"
    r"|meisjes|pubers|tieners|broers|zussen|euro|procent|keer|weken|dagen|uur|maanden|personen|mensen"
    r"|huizen|banen|naar|tot)\b"
)
_OF_YEARS = re.compile(
    rf"\b{PERSON}(?: (?-i:[A-ZÀ-Þ])[\w'’-]+){{0,2}}(?: \([a-z]+\))?,? van (?:bijna |net |ongeveer |amper "
    rf"|ruim |pas )?"
    rf"(?P<age>{_WITH_MONTHS}|(?:{_NUM}|{_WORD})\s?{_MONTHS}|{_NUM}|{_WORD}|anderhalf)(?![\w%]|[.,:][0-9]"
    rf"| {_COUNTED})",
    re.I,
)
_TITLED_OF = re.compile(
    rf"\b(?:mw|mevr|mevrouw|dhr|hr|meneer)\.?(?: [\w'’-]+){{1,3}} van (?P<age>{_BARE})"
    rf"(?![\w%]|[.,:][0-9]| {_COUNTED})",
    re.I,
)
_NAMED_OF = re.compile(
    rf"(?<=[a-zà-ÿ,] )(?-i:[A-ZÀ-Þ])[a-zà-ÿ]{{2,15}} van (?P<age>{_NUM})"
    rf"(?=[.,;)]|$| (?!uur|tot|t/m|en ouder|jaar|{_COUNTED}|(?:januari|februari|maart|april|mei|juni|juli"
    rf"|augustus|september|oktober|november|december))[a-z])",
)
_SHORT_TITLE = re.compile(
    rf"(?<!\w)(?:kl|cl|cli[eë]nte?|mw|mevr|dhr|betr|betrokkene)\.?,? (?P<age>{_NUM}\s?{YEARS})", re.I
)
_LOOSE_YEARS = re.compile(
    rf"(?:(?<=[,(/])|^)\s?(?:bijna |net )?(?P<age>{_WITH_MONTHS}|{_NUM}\s?{_MONTHS})(?=\s?(?:[,.;:)/]|$"
    rf"|oud\b))",
    re.I | re.M,
)
_BRACKETS = re.compile(
    rf"\((?:(?P<sex>[mvx])[ /,]{{1,2}}|(?:leeftijd|bijna|toen|nu|net|pas|inmiddels)"
    rf" ?)?(?P<age>{_AGE})(?: en (?P<other>{_NUM}))?"
    rf"(?:, [^()\n]{{1,40}})?\)",
    re.I,
)
_IN_COMMAS = re.compile(
    rf"(?:\b{PERSON}|\b[MV])(?: \w[\w'’-]+){{0,3}}, (?P<age>{_AGE}|{_WORD})(?: en"
    rf" (?P<other>{_NUM}))?(?:\s{YEARS})?(?=\s?[,.;)\n]|$)",
    re.I,
)
_NAME_COMMAS = re.compile(
    rf"(?:^|[.!?:]\s|\n)[A-ZÀ-Þ][\w'’-]+(?: [^\W\d][\w'’-]*){{0,3}}, (?P<age>{_AGE})(?=\s?[,.;)\n])", re.M
)
_IS = re.compile(
    rf"\b(?:is|was|ben|zijn|wordt|werd)(?: (?:nu|inmiddels|pas|net|al|bijna|nog maar|slechts|toen|dan"
    rf"|zelf|allebei|beiden?|in \w+|straks))*"
    rf" (?P<age>{_AGE})(?=\s?(?:[,.;!)]|$| en\b| maar\b| toen\b| bij\b))"
)
# Of somebody who is named by a word for a person small numbers in words are ages as well.
_PERSON_IS = re.compile(
    rf"(?:\b(?:de|het|haar|zijn|mijn|onze|hun|een|die|dat) (?:[\w-]+ )?|(?:^|[.!?:]\s)){PERSON}"
    rf" (?:is|was|wordt|werd)(?: (?:nu|inmiddels|pas|net|al|bijna|toen|nog maar|zelf))* (?P<age>{_WORD})"
    rf"(?=\s?(?:[.,;!)]|$| en\b| maar\b))",
    re.I,
)
_PERSON_TURNED = re.compile(
    rf"\b(?:toen|sinds|vanaf dat|omdat|tot) (?:ik|hij|zij|ze|{PERSON}) (?:pas |net |nog maar |bijna )?"
    rf"(?P<age>{_WORD})(?:\s{YEARS})? (?:was|werd|ben|is)\b",
    re.I,
)
_BECAME = re.compile(rf"(?<= )(?P<age>{_AGE})(?:\s{YEARS})? geworden\b", re.I)
_BY_NOW = re.compile(
    rf"(?:, |\()(?:toen|destijds|inmiddels|nu|dan|pas|net|bijna|nog maar)(?: nog)? (?P<age>{_AGE}|{_WORD})"
    rf"(?:\s{YEARS})?(?: oud)?(?=\s?[,.;)])",
    re.I,
)
_SEX_FIRST = re.compile(rf"(?:^|\n|[.;:] )[MV][ ,/]{{1,2}}(?P<age>{_BARE})(?:\s?{YEARS})?(?=[ ,.;/]|$)")
_CHILDREN = (
    r"(?:kinderen|kindjes|kids|zonen|zoons|dochters|jongens|meisjes|broers|broertjes|zussen|zusjes"
    r"|kleinkinderen)"
)
_LIST = re.compile(
    rf"(?:{_CHILDREN}|gezin)[^.;!?\n()]{{0,25}}"
    rf"(?:\(| van | v\.? |: )(?P<age>{_AGE})(?:, (?P<middle>{_AGE}))?(?:, (?P<more>{_AGE}))?,?"
    rf" (?:en|&) (?P<other>{_AGE}(?:\s{YEARS})?)(?=\s?[).,;]|$)",
    re.I,
)
_CHILDREN_OF = re.compile(
    rf"\b{_CHILDREN} (?P<age>{_NUM})(?:, (?P<middle>{_NUM}))? en (?P<other>{_NUM})(?=\s?[.,;!)]|$)", re.I
)
_ROW = re.compile(
    r"(?<![\w-])(?:lft\.?|leeftijd(?:en)?)(?: (?:van )?(?:de )?kinderen)?\s?[:=]\s?"
    r"(?P<age>[0-9]{1,2}(?:(?:/|, ?| en )[0-9]{1,2}){1,9})(?![0-9])",
    re.I,
)
# As those who test small children write it: two years and six months.
_YEARS_MONTHS = re.compile(rf"(?<![\w;.,])(?P<age>[0-9]{{1,2}};[0-9]{{1,2}}\s?{YEARS})(?!\w)", re.I)
_TURNED = re.compile(
    rf"\b(?:toen|sinds|omdat|dat|als|nu|totdat|voordat|voor|nadat|tot|straks"
    rf"|wanneer)\s(?:\w+\s){{0,4}}?(?P<age>{_AGE})(?:\s{YEARS})?"
    rf" (?:was|werd|is|wordt|geworden|waren|werden)\b",
    re.I,
)
_TURNS = re.compile(
    rf"(?<![\w-])(?:wordt|werd|werden|word|bijna|worden|geworden|leeftijd van)(?: (?:in \w+"
    rf"|op \w+ \w+|(?-i:[A-Z])[a-zà-ÿ]+|(?:volgende|vorige|deze|afgelopen) \w+"
    rf"|morgen|gisteren|onlangs|binnenkort|dan|hij|zij|ze|over \w+ \w+))?"
    rf" (?P<age>{_AGE})(?=\s?(?:[.,;)!?]|$| en\b| maar\b| jaar\b"
    rf"| (?:in|op|over|eind|begin) (?!gesprek|afspra)))",
    re.I,
)
_PAIR = re.compile(
    rf"\b(?:zijn|waren|van|worden|\()\s?(?P<age>{_AGE})(?:,\s(?P<middle>{_NUM}))?(?:\s{YEARS})? en"
    rf" (?P<other>{_NUM}(?:\s{YEARS})?)"
    rf"(?=\s?(?:[.,;)!?]|$| en\b| jaar\b))",
    re.I,
)
_SPELLED_PAIR = re.compile(
    rf"\b{_CHILDREN} (?:zijn|waren|van)(?: (?:nu|pas|inmiddels|toen))? (?P<age>{_WORD})"
    rf"(?:, (?P<middle>{_WORD}))? en (?P<other>{_WORD})(?! (?:jaar )?(?:weken|maanden|dagen|uur|euro)\b)\b",
    re.I,
)
_ORDINAL = (
    r"(?:[0-9]{1,3}(?:e|ste|de)|(?:der|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?:de|ste)|"
    r"[a-zë]{0,16}(?:tiende|tigste))"
)
_AT = re.compile(
    rf"\b(?:op|na|sinds|rond|met|vanaf|voor|tegen)\s(?:haar|zijn|mijn|diens|d['’]r)\s(?P<age>{_ORDINAL})"
    rf"(?! (?:verdieping|keer|poging|vrouw|man|kind|baan))\b",
    re.I,
)
_SHORT = re.compile(
    rf"\b(?:hij|zij|man|vrouw|moeder|vader|zoon|dochter) (?P<age>{_NUM}(?:\s?{YEARS})?)(?=\s?[,;.)]|$)", re.I
)
_BIRTHDAY = re.compile(rf"\b(?P<age>{_ORDINAL}) (?:verjaardag|levensjaar)\b", re.I)
_AT_AGE = re.compile(
    rf"\b(?:op|met)\s(?P<age>{_NUM}-jarige leeftijd|[a-zë]{{4,24}}jarige leeftijd)"
    rf"|\bmet\s(?:haar|zijn|mijn|m['’]n|z['’]n|d['’]r)\s(?P<other>{_AGE} (?:jaar|jr))\b"
    rf"|(?<![\w-])(?:leeftijd|lftd?\.?)(?: \w+)?(?:: ?| )(?:van )?(?P<bare>{_NUM}(?: ?(?:jaar|jr?))?)\b"
    rf"(?! (?:tot|jaar en ouder|en ouder))",
    re.I,
)
PATTERNS = (
    (_OF_YEARS, LIKELY),
    (_TITLED_OF, POSSIBLE),
    (_NAMED_OF, POSSIBLE),
    (_SHORT_TITLE, LIKELY),
    (_IS_YEARS, LIKELY),
    (_LOOSE_YEARS, POSSIBLE),
    (_BRACKETS, LIKELY),
    (_IN_COMMAS, LIKELY),
    (_NAME_COMMAS, POSSIBLE),
    (_PAIR, POSSIBLE),
    (_SPELLED_PAIR, POSSIBLE),
    (_IS, POSSIBLE),
    (_TURNED, POSSIBLE),
    (_TURNS, POSSIBLE),
    (_AT, LIKELY),
    (_BIRTHDAY, LIKELY),
    (_SHORT, POSSIBLE),
    (_AT_AGE, POSSIBLE),
    (_PERSON_IS, POSSIBLE),
    (_PERSON_TURNED, POSSIBLE),
    (_BECAME, POSSIBLE),
    (_BY_NOW, POSSIBLE),
    (_SEX_FIRST, POSSIBLE),
    (_LIST, LIKELY),
    (_CHILDREN_OF, POSSIBLE),
    (_YEARS_MONTHS, LIKELY),
    (_ROW, LIKELY),
)
