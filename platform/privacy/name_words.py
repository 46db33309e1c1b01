"""Words around a name that say that it is one."""

from __future__ import annotations

import re

from privacy.tokens import word_set

TITLES = word_set(
    "mw mevr mvr mevrouw meneer mijnheer dhr hr heer fam familie gezin echtpaar mr dr drs ir ing prof ds"
    " mej mejuffrouw juf juffrouw meester"
    " zuster dokter dominee pater pastoor"
)
# "Mohannad al-Jabiri": what stands behind such a part is a family name, what stands before it a first name.
ARABIC_PART = re.compile(r"(?:al|el|ad|as|ar|an|ibn|bin|abu|ben|bou)-[A-ZÀ-Þ]")
# Those that may end in a point.
SHORT_TITLES = word_set("mw mevr mvr dhr hr fam mr dr drs ir ing prof ds mej")
GROUPS = word_set("familie fam gezin echtpaar")
RELATIONS = word_set(
    "zoon dochter zoontje dochtertje broer broertje zus zusje zusjes moeder vader mama papa ma pa opa oma"
    " opoe tante oom ome neef nicht nichtje"
    " neefje partner man vrouw echtgenoot echtgenote vriend vriendin vriendinnetje vriendje ex ex-man"
    " ex-vrouw ex-partner ex-vriend stiefvader"
    " stiefmoeder stiefzoon stiefdochter pleegvader pleegmoeder pleegzoon pleegdochter kleinzoon"
    " kleindochter kleinkind schoonzoon schoondochter"
    " schoonmoeder schoonvader schoonzus zwager buurvrouw buurman buurjongen kind baby peuter kleuter"
    " meisje jongen jongere cliënt cliënte client"
    " cliente huurder huurster bewoner bewoonster inwoner inwoonster patiënt patiënte klant kandidaat"
    " leerling student aanvrager aanvraagster"
    " mantelzorger slachtoffer weduwe weduwnaar tweelingbroer tweelingzus halfbroer halfzus peettante"
    " logé kennis verloofde nabestaande"
    " statushouder belanghebbende betrokkene schuldenaar deelnemer deelneemster medebewoner"
    " medebewoonster zussen broers ouders kinderen dochters"
    " zonen"
)
ROLES = word_set(
    "consulent consulente klantmanager jobcoach hulpverlener hulpverleenster casemanager casusregisseur"
    " regisseur begeleider begeleidster"
    " woonbegeleider woonbegeleidster gezinsbegeleider voogd gezinsvoogd jeugdbeschermer"
    " jeugdbeschermster mentor huisarts tolk wijkagent"
    " huismeester bewindvoerder curator budgetcoach schuldhulpverlener wijkverpleegkundige"
    " verpleegkundige collega vrijwilliger vrijwilligster"
    " maatje gastouder leraar lerares docent docente trainer voetbaltrainer coach advocaat raadsvrouw"
    " raadsman notaris ergotherapeut psycholoog"
    " psychiater jongerenwerker jeugdwerker straatwerker teamleider directeur contactpersoon buurtcoach"
    " wijkcoach gezinscoach"
    " maatschappelijk werker werkster hulp rechter leerplichtambtenaar kinderrechter logopedist"
    " fysiotherapeut thuisbegeleider ambulant"
    " gedragswetenschapper orthopedagoog ib'er conciërge baas huisbaas verhuurder eigenaar"
    " zorgcoördinator jeugdconsulent wmo-consulent"
    " inkomensconsulent maatwerkcoach gezinsregisseur opvoeder pedagoog tandarts specialist behandelaar"
    " uitvaartleider imam rector"
)
PEOPLE = RELATIONS | ROLES
INTRODUCTIONS = word_set(
    "heet heette heten genaamd genoemd roepnaam bijgenaamd alias naam namens betreft tnv tav"
)
GREETINGS = word_set(
    "beste hoi hallo dag lieve hey hi geachte ha groet groeten groetjes gr mvg vrgr grt thx bedankt"
)
# What stands right before a name, at the end of a piece of text.
NAME_BEFORE = re.compile(
    r"\b(?:mw|mevr|mevrouw|meneer|dhr|heer|mr|dr|familie|fam|gezin|juf|oom|tante|oma|opa|t\.?a\.?v)\b\.? $",
    re.I,
)
SHORT_GREETINGS = word_set("gr mvg vrgr grt")
ANNOUNCING = TITLES | PEOPLE | INTRODUCTIONS | GREETINGS
# Only behind these a word in small letters can be a name that is not on our own list.
ANNOUNCING = TITLES | PEOPLE | INTRODUCTIONS | GREETINGS
INTERFIXES = word_set(
    "van de der den het 't ten ter te op in la le du da das do dos di del della al el ben bin ibn ait aït"
    " haj abu ould van't v d o vd a"
    " von zu zur y st"
)
# These are no Dutch words: what follows is a name.
FOREIGN_INTERFIXES = word_set("el bin ibn aït ait abu ould")
# These stand between a first name and a known family name only ("Jan in 't Veld", "Piet op de Beek").
RARE_INTERFIXES = word_set("in op te")
INTERFIX_STARTS = word_set(
    "van de der den 't ten ter te op in la le du da das dos di del al el ben ait aït vd v o von het haj"
)

# What people do: behind a word with a capital that no list knows, it makes that word a name.
VERBS = word_set(
    "is was heeft had woont woonde wil wilde kan kon komt kwam gaat ging zegt zei vertelt vertelde belt"
    " belde werkt werkte kreeg krijgt moet"
    " moest mag mocht zit zat staat stond vraagt vroeg mailt mailde stuurt stuurde slaapt sliep verloor"
    " verliest kocht koopt wordt werd zal zou"
    " doet deed geeft gaf neemt nam spreekt sprak durft durfde weigert weigerde weet wist denkt dacht"
    " leeft leefde zoekt zocht vindt vond"
    " blijft bleef ligt lag valt viel huilt huilde drinkt dronk gokt rookt betaalt betaalde ontvangt"
    " ontving huurt huurde verhuist verhuisde"
    " stopt stopte volgt volgde leert leerde studeert studeerde loopt liep rijdt reed verzorgt verzorgde"
    " begrijpt begreep schreef schrijft"
    " meldt meldde mist miste kent kende past tolkt poetst regelt regelde helpt hielp verzamelt voelt"
    " voelde schaamt wacht wachtte bezoekt"
    " bezocht overleed overlijdt trouwde scheidde ontdekte hoorde ziet zag gelooft noemt noemde maakt"
    " maakte verblijft verbleef lijdt leed"
    " slikt gebruikt gebruikte draagt droeg schoof trekt trok appt appte sms't stapt stapte verdient"
    " verdiende ervaart leende leent"
    " kookt eet at staart praat praatte reageert reageerde begon begint eindigde groeide bleek blijkt"
    " lijkt leek dreigt dreigde hoopt hoopte"
)
# Behind these a word with a capital that no list knows is a person sooner than a thing.
BEFORE_PERSON = word_set(
    "met volgens dat omdat toen als want want voor namens waarom waardoor zodat terwijl totdat nadat"
    " hoewel en aan door bij"
)

# Words with a capital that are no name: languages, peoples, feasts, days, and the X of a neutral wording.
CAPITAL_WORDS = word_set(
    "x nederlands nederlandse nederlander nederlanders engels engelse engelsman duits duitse duitser frans"
    " franse fransman turks turkse turk turken"
    " arabisch arabische pools poolse pool polen marokkaans marokkaanse marokkaan marokkaanse syrisch"
    " syrische syriër syriërs eritrees eritrese"
    " eritreeër somalisch somalische somaliër koerdisch koerdische koerd surinaams surinaamse surinamer"
    " antilliaans antilliaanse antilliaan"
    " oekraïens oekraïense oekraïner afghaans afghaanse afghaan iraans iraanse iraniër irakees irakese"
    " chinees chinese russisch russische rus"
    " spaans spaanse italiaans italiaanse grieks griekse roemeens roemeense roemeen bulgaars bulgaarse"
    " bulgaar tigrinya dari farsi pasjtoe"
    " somali swahili papiaments papiamento sranantongo fries friese limburgs brabants gronings twents"
    " hindoestaans hindoestaanse nigeriaans"
    " nigeriaanse ghanees ghanese kaapverdisch molukse molukker indisch indische vietnamees vietnamese"
    " europees europese amerikaans amerikaanse"
    " kerst pasen pinksteren sinterklaas ramadan suikerfeest koningsdag kerstmis hemelvaart god allah"
    " bijbel koran christen moslim islam"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag parkinson alzheimer adhd add ptss"
    " autisme als ms lvb nah copd hiv aids tbc"
    " down asperger crohn korsakov borderline corona covid duchenne huntington iq ghb internet whatsapp"
    " facebook instagram tiktok wifi excel word"
    " teams zoom google corona-tijd koning koningin rijk staat kamer kabinet raad gemeente wet besluit"
    " verordening college commissie hof"
)
# Behind a title or initials these are family names after all: "mevrouw De Koning", "P. van het Hof".
SURNAMES_TOO = word_set("koning hof raad kamer staat pool rus turk engels frans")
# Before a name these make it that of a law, a committee, a prize.
THINGS_NAMED_AFTER = word_set(
    "wet lex motie amendement commissie commissie-van rapport methode regeling besluit akkoord plan fonds"
    " prijs norm toets arrest advies wetsvoorstel"
    " initiatiefwet model schaal test pilot project programma school stichting hof ziekte syndroom"
    " manifest huis straat"
)
