// Words that carry capitals in British prose and name nobody. Written by hand: what a dictionary of English lacks or calls a name.
const services =
  "nhs gp gps a&e dwp hmrc pip esa dla uc jsa camhs cmht iapt idva isva marac mash send sen ehcp cv ptsd ocd adhd asd bpd cptsd emdr cbt dbt hiv std sti ivf icu itu hdu ot cpn cctv tv pc dvd cd dna id ok usa uk eu bbc itv mp mps ceo hr pe aa na ni ms hgv mri ct ect ecg bp iq bmi phd gcse gcses btec nvq mot vat pin sim wifi sms whatsapp facebook instagram tiktok snapchat google youtube zoom teams netflix internet english maths council universal credit benefit benefits jobcentre citizens advice samaritans childline parliament government crown magistrates social services housing officer health visitor care leaver";
const medicines =
  "sertraline fluoxetine citalopram escitalopram mirtazapine venlafaxine duloxetine diazepam valium propranolol omeprazole lansoprazole methadone subutex buprenorphine naloxone morphine codeine tramadol gabapentin pregabalin quetiapine olanzapine lithium paracetamol ibuprofen nurofen sudocrem calpol prozac amitriptyline zopiclone temazepam insulin penicillin amoxicillin ventolin salbutamol naltrexone antabuse librium chlordiazepoxide heroin cocaine ketamine spice vitamin piriton gaviscon strepsils vicks savlon";
const brands =
  "tesco asda aldi lidl sainsbury's sainsburys morrisons waitrose boots primark argos ikea greggs mcdonald's mcdonalds kfc nando's starbucks amazon ebay weetabix coke pepsi nescafe tetley pg marmite hobnob hobnobs kitkat twix mars lego barbie xbox playstation nokia samsung apple iphone ipad android biro hoover sellotape tupperware velcro thermos fiesta vauxhall corsa astra toyota nissan eurovision eastenders corrie greensleeves wetherspoons spoons monopoly scrabble netmums mumsnet";
const culture =
  "christmas easter xmas eid ramadan lent diwali vaisakhi hanukkah passover halloween boxing yom kippur bank holiday new year god lord jesus christ allah bible quran koran buddha heaven hell satan devil dear madam sir regards sincerely faithfully yours thank thanks hello hi hiya hey yeah yes no nope oh ah aye ok okay right well anyway so then mum mam mom dad nan nana gran grandma grandad mummy daddy granny grandpa auntie uncle baji ammi abba mami papi pape mama papa missus duck love hun babe pet hen darling flower doctor nurse midwife reception receptionist court police officer ps pps re ref faq rip xx xxx xoxo lol omg tbh ngl fyi btw";
const peoples =
  "england britain uk scotland wales ireland europe america africa asia english british scottish welsh irish northern southern eastern western north south east west northwest northeast midlands world earth internet monday tuesday wednesday thursday friday saturday sunday january february march july september october november december";
const dialect =
  "ah ahm ye yer yous wi wee wis wid wiz hud hadnae widnae didnae cannae dinnae tae fae frae oot aboot doon toon hoose heid naebody awa ye somebody naw aye mibbe wumman lassie lad wain bairn gie gied telt kent pit gonnae jist whit aw oan hame owt nowt summat reyt thi thee tha sen mesen hersen hissen allus wor wey howay mam mammy sure grand craic wisht diolch bore da cariad paned hiraeth chwarae teg salaam assalamu alaikum inshallah mashallah alhamdulillah gracias atentamente";

/** Words that are no name even with a capital. */
export const neverNames: ReadonlySet<string> = new Set(
  [services, medicines, brands, culture, peoples, dialect].join(" ").split(" "),
);

/** Grammar words: they end a name, and are none, except where they are part of a title-case organisation. */
export const functionWords: ReadonlySet<string> = new Set(
  "i i'm i've i'd i'll im ive id ill me my mine myself we we're we've we'll us our ours you you're you've you'll your yours yourself he he's he'd he'll him his she she's she'd she'll her hers it it's its they they're they've they'd they'll them their theirs who who's whom whose which what what's that that's thats this these those there there's theres here here's where where's when why how a an the and & or but nor so if then than because cos coz cause since although though while until till unless as at by for from in into of off on onto out over to up down with without about above across after again against all almost along also always am any anybody anyone anything are around away back be became because been before began behind being below best better between both came can can't cant cannot come could couldn't did didn't didnt do does doesn't doesnt doing done don't dont each either else enough even ever every everybody everyone everything except few first for forever get gets getting give given go goes going gone gonna good got great had hadn't hadnt has hasn't hasnt have haven't havent having however inside is isn't isnt it itself just keep kept know last later least less let let's like little lots made make many may maybe might more most much must near need never next no nobody none not nothing now nowhere often on once one only other others ought outside over own perhaps please plus quite rather really same seem seemed several shall should shouldn't since some somebody someone something sometimes soon still such take than thank through throughout thus to today together told tomorrow tonight too took toward towards tried try under until upon used usually very want wanted was wasn't wasnt way we well went were weren't weren what whatever when whenever where wherever whether while will with within won't wont would wouldn't wouldnt yes yesterday yet said says say asked ask told tell two three four five six seven eight nine ten dont didnt eleven twelve ah he'd I'd our ourselves themselves himself herself ain't aint innit nor per via vs etc".split(
    " ",
  ),
);

/** Words that are given as first names too: without a clue beside them they are words. */
export const wordyNames: ReadonlySet<string> = new Set(
  "will mark may june april august rose grace hope joy faith dawn jade ruby amber pearl ivy lily daisy holly poppy heather hazel iris violet olive summer autumn robin jay bill bob rob sue pat nick jack frank grant chase drew guy art ray dean duke earl angel destiny precious charity patience mercy prudence constance melody harmony crystal sandy rusty candy ginger cherry penny eve gene miles wade rich don dot viola gay christian star sky max mo al di honey blossom bonnie sage storm raven scarlet coral opal gem pepper basil brook carol lance randy rod skip sonny vic woody lee bluebell".split(
    " ",
  ),
);

/** Surnames that are everyday words. */
export const wordySurnames: ReadonlySet<string> = new Set(
  "love early young long short white black brown green gray grey king bishop knight cook baker butler carter mason hunter parker turner walker wood hill stone field banks rivers waters bush moss frost snow winter day noble sharp small strong swift wise best power price page reed stew ward".split(
    " ",
  ),
);

/** Towns that are everyday words: places only where a place is spoken of. */
export const wordyTowns: ReadonlySet<string> = new Set(
  "reading bath sale deal battle settle ware eye wells sandwich hale rugby barking ash diss march nelson crook hook street wool beer looe over ham".split(
    " ",
  ),
);
