"""Words by which an organisation is known, as pieces of regular expressions, and what is none."""

from __future__ import annotations

import re

from privacy.tokens import word_set

SCHOOL_TYPE = (
    r"(?:[\w-]*(?:school|scholengemeenschap|academie|hogeschool|universiteit|college|lyceum|gymnasium"
    r"|atheneum|onderwijs)"
    r"|obs|cbs|kbs|rkbs|pcb|pcbs|ikc|sbo|vso|so|roc|aoc|osg|csg|rsg|gsg|vmbo|mavo|havo|vwo|isk|zmlk"
    r"|kindcentrum|mbo|bs|bao)"
)
CARE_TYPE = (
    r"(?:[\w-]*(?:centrum|huis|organisatie|instelling|kliniek|praktijk|locatie|opvang|voorziening|aanbieder"
    r"|dagbesteding|tehuis|hospice|hoeve|zorgboerderij|paviljoen|klooster|complex|woonvorm|pension|hofje"
    r"|hospitium|dagverblijf|crisisdienst|moskee|apotheek|fysiotherapie|crèche|peuterspeelzaal|flat|residentie)"
    r"|[\w-]+(?:groep|hulp|zorg|project|team|wonen|pand|thuis|begeleiding)"
    r"|huize|villa|azc|ggz|ribw|stichting|kdv|poli|bso|safehouse|wonen|hostel)"
)
WORK_TYPE = (
    r"(?:[\w-]*(?:bedrijf|bakkerij|bakker|slagerij|slager|salon|garage|restaurant|snackbar|cafetaria|café"
    r"|cafe|hotel|supermarkt|winkel|fabriek|kwekerij|drukkerij|werf|makelaardij|fietsenmaker|tankstation"
    r"|toko|manege|sportschool|vereniging|brouwerij|handel|distributiecentrum|bouwmarkt|tuincentrum"
    r"|slachterij|werkgever|werkplaats|bloemist|bloemisterij|brasserie|pizzeria|lunchroom|stomerij"
    r"|wasserij|rederij|hoveniers|hoveniersbedrijf|taxicentrale|studio|camping|houderij|boerderij|maatschap"
    r"|installateur|koerier|logistics|theater|bioscoop|shoarmazaak|grillroom|coffeeshop|juwelier|opticien"
    r"|rijschool|zaak|kringloop|transport|schoonmaak|cateraar|catering|co[öo]peratie|uitzendbureau|architectenbureau"
    r"|ingenieursbureau|advocatenkantoor|notariskantoor|accountantskantoor|kantoor|bureau|shop|bar|taxi"
    r"|bouw|montage|techniek|eetcafé|molen|bakkers|[a-z]{2,}erij|onderneming|kapper|kapsalon|drogist|drogisterij"
    r"|makelaar|notaris|dierenarts|koeriersdienst|bezorgdienst|pakketdienst|museum|uitgever|krant|sauna|zwembad"
    r"|loodgieter|schildersbedrijf|aannemer|metaal|keukens|parket|tweewielers|rijwielen|mode|autoservice|banden))"
)
# A firm that is called after a family: "Gebr. Tolsma".
FIRM = r"(?:Gebr(?:oeders|s?\.)|Gezusters|Fa\.|Firma|Erven|Maatschap|Slagerij|Keurslager|Kapsalon)"
# A shop of a chain that is called after who keeps it or after its street: "Plus Wielinga". None that is
# called as people are: "Dirk de Vries" is a person.
CHAIN = (
    r"(?:Albert Heijn|AH|Jumbo|Plus|PLUS|Coop|Spar|SPAR|Lidl|Aldi|Vomar|Hoogvliet|Poiesz|Deka"
    r"|Jan Linders|MCD|Primera|Bruna|Hema|HEMA|Gamma|GAMMA|Praxis|Karwei|Welkoop|Shell|Esso|Texaco|Expert"
    r"|Etos|Kruidvat|Blokker|Intertoys|Halfords|Subway|Domino['’]s|Febo|Intersport|Euronics|Hubo|Multimate)"
)
# The last word of a name says that it is about care: "Omring & Zorg", "Vitaal Thuis".
CARE_END = (
    r"(?:Zorg|Thuiszorg|Kinderopvang|Opvang|Welzijn|Begeleiding|Zorggroep|Jeugdzorg|Jeugdhulp|Revalidatie"
    r"|Kraamzorg|Zorghuis|Thuis|Verpleging|Dagbesteding|Behandelcentrum|Kliniek|Hulpverlening|Zorghotel"
    r"|Ziekenhuis|Gasthuis|Hospice|Verpleeghuis|Zorgcentrum)"
)
# Endings of the names of homes and of wards.
HOME_END = (
    r"(?:zicht|stede|stee|oord|rust|state|heem|veste|horst|lust|erf|oever|oevers|waard|dael|schans|bloem|gaard"
    r"|gaarde|hof|hage|borgh|borg|burcht|weide|akker|hoeve|linde|linden|wiel|sluis|poort|haven|hoven|zoom|rode)"
)
# Behind a name these say what a company does: "Van Rooijen Vleeswaren".
TRADE = (
    r"(?:Vleeswaren|Transport(?:en)?|Schoonmaak|Catering|Installaties|Installatietechniek|Logistics|Logistiek"
    r"|Schilders|Schilderwerken|Hoveniers|Holding|Recycling|Metaalbewerking|Machines|Bloemen|Interieurs"
    r"|Meubelen|Verhuizingen|Elektrotechniek|Dakwerken|Grondverzet|Bestratingen|Beveiliging|Security|Foods"
    r"|Zuivel|Bakkers|Bouw|Timmerwerken|Autobedrijven|Autoschade|Kwekerijen|Uitzendkrachten)"
)
# Words that may stand before "De Linde" and do not say what it is.
NOT_NOUNS = word_set(
    "naar over onder tussen tegen tijdens sinds vanaf zonder binnen buiten achter voor door langs rond"
    " bij volgens behalve"
    " vanuit richting inclusief ongeveer alleen samen ook dan maar want omdat terwijl waar hier daar toen"
    " nog niet wel"
    " heel zeer meer minder veel weinig deze onze haar zijn jullie welke zoals genaamd genoemd heet boek"
    " film krant artikel"
    " rapport lied programma wet nota programma's serie titel column tijdschrift magazine kinderen mensen"
)
# Words of these kinds that name no organisation of a resident.
NO_TYPE = word_set(
    "stadhuis gemeentehuis provinciehuis raadhuis winkelcentrum stadscentrum centrum wijkteam buurtteam"
    " jeugdteam gezinsteam expertiseteam schuldhulp thuishulp hulp huis flat groep doelgroep werkgroep"
    " projectgroep leeftijdsgroep inkomensgroep zaak rechtszaak strafzaak zorgkantoor stadskantoor"
    " politiebureau incassobureau deurwaarderskantoor wijkbureau bureau kantoor energiebedrijf waterbedrijf"
    " telecombedrijf nutsbedrijf bedrijf winkel adviesbureau reisbureau thuis zorg wonen samenwonen inwonen"
    " begeleiding thuisbegeleiding pleegzorg jeugdzorg jeugdhulp mantelzorg kinderbijslag team project"
    " nazorg voorzorg nachtzorg verzorging belastingdienst handel organisatie complex bar taxi bouw onderwijs"
    " gezondheidszorg maatwerkvoorziening voorziening collegezaal moestuincentrum locatie opvang"
)
WORKING = (
    r"(?:[\w-]*(?:chauffeur|kok|medewerker|medewerkster|assistent|assistente|monteur|verzorgende"
    r"|uitzendkracht|oproepkracht|invalkracht|schoonmaker|schoonmaakster|bezorger)"
    r"|werkt|werkte|werken|werkten|gewerkt|werkzaam|werk|werkplek|baan|bijbaan|baantje"
    r"|stage|stageplek"
    r"|dienst|contract|nulurencontract"
    r"|oproepcontract|ontslagen|ontslag|solliciteerde|gesolliciteerd|proefplaatsing|medewerker"
    r"|medewerkster|schoonmaker|schoonmaakster"
    r"|verkoper|verkoopster|conciërge|leraar|lerares|docent|docente"
    r"|postbode|verdiende|verdient"
    r"|oproepkracht|vakkenvuller|vakkenvulster|invalkracht|pensioen|loonbeslag|poetst|poetste|schoonmaakt"
    r"|aangenomen|caissière|kassière"
    r"|magazijnmedewerker|orderpicker|lasser|monteur|timmerman|metselaar|stratenmaker|beveiliger|portier"
    r"|kapster|receptionist|receptioniste"
    r"|verpleegkundige|verzorgende|manager|eigenaar|bedrijfsleider|accountant|boekhouder|jurist|advocaat"
    r"|piloot|stewardess|machinist"
    r"|buschauffeur|afwasser|ober|serveerster|bezorger|maaltijdbezorger|bezorgt|inpakker|inpakster"
    r"|heftruckchauffeur|productiemedewerker"
    r"|operator|teamleider|uitzendkracht|leerwerkplek|leerbaan|vrijwilliger|werknemer|personeel|collega's"
    r"|begint|begon|beginnen|gestart"
    r"|trajecten?|traject|werkervaringsplek|uren|nachtdienst|nachtdiensten|ploegendienst|woordje|loon|salaris"
    r"|jobcoach|opleiding bij|detachering|gedetacheerd|in vaste dienst|fulltime|parttime|aan de slag"
    r"|kassa|lopende band|voorman|uitvoerder|sorteert"
    r"|inpakken|runt|bezorgt|diensten|knipt|vult|lopen|stuukt|metselt)"
)
STUDYING = (
    r"(?:zit|zat|zaten|zitten|gaat|gaan|ging|wil|studeert|studeerde|leert|leerde|les|lessen|diploma"
    r"|mentor|leerkracht|juf|meester|docent"
    r"|docente|leraar|lerares|ib'er|begeleider|klas|groep|school|opleiding|student|studente|leerling"
    r"|ingeschreven|examen|geschorst|onderwijs"
    r"|brugklas|examenjaar|studie|schoolverzuim|stopte|toegelaten|geplaatst|zorgcoördinator|conrector"
    r"|rector|leerplicht|havo|vwo|vmbo|mavo|mbo)"
)
TEACHING = (
    r"(?:mentor|leerkracht|juf|meester|docent|docente|leraar|lerares|ib'er|begeleider|klas|groep|diploma|examen"
    r"|directeur|conrector|rector|leerling|student"
    r"|studente|zorgcoördinator|conciërge|schoolmaatschappelijk werk|schoolplein|klasgenoot|klasgenoten"
    r"|gymzaal|oud-leerling)"
)
STAYING = (
    r"(?:verblijft|verbleef|verblijven|woont|woonde|zit|zat|ligt|lag|opgenomen|opname|geplaatst|plek"
    r"|weggelopen|ontslag|ontslagen|terug|weg"
    r"|overgebracht|overgeplaatst|aangemeld|aanmelding|wachtlijst|behandeld|behandeling|begeleid"
    r"|begeleiding|begeleider|hulp|jeugdhulp|afgewezen"
    r"|geweigerd|dagbesteding|dagbehandeling|dagdelen|dagen|bezoekt|bewoner|bewoonster|ruzie|slaapt|sliep"
    r"|hij|zij|ze|gaat|ging|moest|mocht|kwam"
    r"|komt|liggen|wonen|verpleegkundige|arts|psychiater|psycholoog|therapeut|verhuisd|verhuisde|kamer"
    r"|bed|logeert|revalideert|revalideerde|detox"
    r"|kliniek|opvang|crisisplek|instelling|indicatie|zorg|thuiszorg|verpleegd|herstelt|terecht)"
)
TREATED = (
    r"(?:opgenomen|aangemeld|aanmelding|wachtlijst|behandeld|behandeling|begeleid|begeleiding|begeleider"
    r"|jeugdhulp|afgewezen|geweigerd"
    r"|dagbehandeling|dagbesteding|crisisopname|opname|intake|verblijft|verbleef|plaatsing|geplaatst"
    r"|therapie|detox|cliënt|cliënte|indicatie"
    r"|verpleegkundige|psychiater|psycholoog|behandelaar|hulp|zorg|verpleegd|ambulant|woonbegeleiding|revalidatie"
    r"|thuiszorg|pgb|gezinshuisouder|terecht)"
)

# Beginnings and first words of what is public, and adjectives that begin no name.
PUBLIC_BEGIN = (
    "gemeente",
    "provincie",
    "ministerie",
    "rechtbank",
    "gerechtshof",
    "raad voor",
    "raad van",
    "veilig thuis",
    "wet ",
    "besluit ",
    "algemene wet",
    "ggd",
    "veiligheidsregio",
    "waterschap",
    "college van",
    "centrale raad",
    "hoge raad",
    "kamer van",
    "nationale",
    "belastingdienst",
    "sociale verzekeringsbank",
    "dienst ",
    "kamerstuk",
    "wijkteam",
    "buurtteam",
    "sociaal team",
    "politie",
)
PUBLIC_END = ("telefoon", "loket", "servicepunt", "meldpunt", "balie")
PUBLIC_WORDS = word_set(
    "wmo wlz pgb jeugdwet participatiewet zvw wajong bijstand ww wia aow brp wsnp mdt ota mdo pw awb bbz"
    " ioaw vng"
)
ADJECTIVES = word_set(
    "nederlandse turkse marokkaanse syrische eritrese poolse duitse belgische engelse franse arabische"
    " somalische surinaamse"
    " antilliaanse oekraïense afghaanse iraanse irakese chinese amerikaanse europese rotterdamse"
    " amsterdamse haagse utrechtse groningse"
    " friese brabantse limburgse zeeuwse twentse drentse gelderse nederlands engels duits frans turks"
    " arabisch pools spaans"
)
# Many write these with a capital, without calling a resident's school or home by it.
WITH_CAPITAL = word_set(
    "gemeente rijk college raad kamer rechtbank politie kerk moskee bank bijstand zorg wijk buurt stad"
    " dorp markt internet web kantoor ministerie staat overheid burgemeester wethouder griffie commissie"
    " provincie loket team wijkteam straat plein kade school ziekenhuis kliniek opvang centrum station"
    " park bos strand zee haven brug rivier eiland jeugdzorg jeugdwet wmo participatiewet wet hof"
    " gerechtshof inspectie dienst afdeling directie bestuur stichting vereniging club bond beweging"
    " partij kabinet regering minister toeslagen fiscus belastingdienst reclassering justitie openbaar"
    " koran bijbel ramadan kerst pasen sinterklaas corona covid"
)
REGION = re.compile(
    r"(?:Achterhoek|Veluwe|Betuwe|Randstad|Wadden(?:eilanden)?|Peel|Kempen|Meierij|Langstraat|Hoeksche|Bijlmer"
    r"|Noorden|Zuiden|Oosten|Westen|Westland|Gooi|Groene|Liemers|Graafschap|Bommelerwaard|Alblasserwaard"
    r"|Krimpenerwaard|Zaanstreek|Kop|Noordoostpolder|Flevopolder|Bollenstreek|Rijnmond|Maasvlakte|Ommelanden"
    r"|Wouden|Bildt|Hogeland|Westerkwartier|Veenkoloniën|Wolden|Salland|Twente|Vallei|Heuvelrug|Biesbosch"
    r"|Waterweg|Waal|Maas|Rijn|IJssel|Schelde|Amstel|Zaan|Vecht|Eem|Dommel|Noordzee|IJsselmeer|Markermeer"
    r"|A[0-9]+|N[0-9]+)"
)
