"""Words by which an organisation is known, as pieces of regular expressions, and what is none."""

from __future__ import annotations

from privacy.tokens import word_set

SCHOOL_TYPE = (
    r"(?:[\w-]*(?:school|scholengemeenschap|academie|hogeschool|universiteit|college|lyceum|gymnasium"
    r"|atheneum)"
    r"|obs|cbs|kbs|rkbs|pcb|pcbs|ikc|sbo|vso|roc|aoc|osg|csg|rsg|gsg|vmbo|mavo|havo|vwo|isk|zmlk"
    r"|kindcentrum|mbo|bs)"
)
CARE_TYPE = (
    r"(?:[\w-]*(?:verpleeghuis|verzorgingshuis|verzorgingstehuis|bejaardenhuis|bejaardentehuis|ziekenhuis"
    r"|tehuis|hospice|kliniek"
    r"|gezinshuis|logeerhuis|inloophuis|lijfhuis|opvang|opvanglocatie|opvanghuis|opvangcentrum"
    r"|zorgcentrum|zorglocatie|zorgboerderij"
    r"|zorghoeve|instelling|behandelcentrum|dagbesteding|dagcentrum|activiteitencentrum|woonvorm"
    r"|woongroep|leefgroep|behandelgroep"
    r"|woonvoorziening|zorgaanbieder|jeugdhulp|jeugdzorg|revalidatiecentrum|huisartsenpraktijk"
    r"|tandartspraktijk|praktijk"
    r"|gezondheidscentrum|asielzoekerscentrum|safehouse|zorggroep|thuiszorg|dagverblijf|kinderopvang"
    r"|crisisdienst|wooncomplex"
    r"|woonlocatie|buurthuis|klooster|zorgvilla|gasthuis|wijkcentrum|pension|hospitium|dagopvang"
    r"|zorginstelling|peuterspeelzaal|crèche"
    r"|trainingshuis|moskee|woonzorg|fasehuis|passantenverblijf|doorstroomhuis|wijkzorg|kraamzorg"
    r"|apotheek|fysiotherapie)"
    r"|huize|villa|azc|ggz|ribw|stichting|kdv|aanbieder|poli|bso)"
)
WORK_TYPE = (
    r"(?:[\w-]*(?:bedrijf|bakkerij|bakker|slagerij|slager|kapsalon|garage|restaurant|afhaalcentrum"
    r"|snackbar|cafetaria|café|cafe|hotel"
    r"|supermarkt|winkel|fabriek|bureau|kwekerij|drukkerij|werf|makelaardij|kantoor|advocatenkantoor"
    r"|notariskantoor|accountantskantoor"
    r"|fietsenmaker|tankstation|toko|manege|sportschool|vereniging|brouwerij|groothandel"
    r"|distributiecentrum|bouwmarkt|tuincentrum|slachterij"
    r"|werkgever|werkplaats|bloemist|bloemisterij|viswinkel|boekhandel|brasserie|pizzeria|lunchroom"
    r"|ijssalon|stomerij|wasserij|rederij"
    r"|hoveniers|schildersbedrijf|taxicentrale|apotheek|nagelstudio|schoonheidssalon|camping"
    r"|melkveehouderij|boerderij|loonbedrijf|maatschap"
    r"|timmerfabriek|installateur|koerier|logistics|theater|bioscoop|shoarmazaak|grillroom|bouwmaterialen"
    r"|coffeeshop|juwelier|opticien"
    r"|rijschool|eetcafé|meubelzaak|dierenwinkel|speelgoedwinkel|kringloop|transport|schoonmaak|cateraar"
    r"|catering))"
)

WORKING = (
    r"(?:werkt|werkte|werken|werkten|gewerkt|werkzaam|werk|werkplek|baan|bijbaan|baantje|stage|stageplek"
    r"|dienst|contract|nulurencontract"
    r"|oproepcontract|ontslagen|ontslag|solliciteerde|gesolliciteerd|proefplaatsing|medewerker"
    r"|medewerkster|schoonmaker|schoonmaakster"
    r"|chauffeur|vrachtwagenchauffeur|kok|verkoper|verkoopster|conciërge|leraar|lerares|docent|docente"
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
    r"|kassa|lopende band|voorman|uitvoerder)"
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
    r"(?:mentor|leerkracht|juf|meester|docent|docente|leraar|lerares|ib'er|begeleider|klas|groep"
    r"|directeur|conrector|rector|leerling|student"
    r"|studente|zorgcoördinator|conciërge|schoolmaatschappelijk werk)"
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
    r"|verpleegkundige|psychiater|psycholoog|behandelaar|hulp|zorg|verpleegd|ambulant|woonbegeleiding"
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
