/**
 * What a pass word must not be or contain, by theme. Written for a reader with trauma, at night, so it is wide: second
 * meanings and slang count, and so does an ugly word inside a harmless one where the eye would find it.
 *
 * `word` stands for itself and its plain inflections, `word*` for every word that begins so, `*word*` for every word that
 * contains it. For the test of the list only; never part of what browsers load.
 */
export const deniedByTheme = {
  violence: `
    abuse* aggress* ambush* anger angry annihil* assail* assault* attack* bash batter bang bash beat beater beating belt
    bite biting blast bleed* *blood* blow bother brawl break bruis* brutal* brute buffet bully bump burn burnt bust choke
    clash clobber clout clutch conflict crack crash cruel* crush cuff cut cutter damage danger* destroy* drag drown* duel
    *fight* fist* flog force forc* fury grab grasp grip gripe *harm* hatred hate hit* hostile hunt* *hurt* injur* jab kick
    *kill* knock lash* maim martial maul menac* mug mugger murder* nasty offend* paddle peck pinch poke pound prod provoke
    pummel punch* punish* quarrel rage raid ram revenge riot rough* ruin scald scar scratch scuffle seiz* shake shove
    slam slap* slash slaughter slay slipper* smash* smack snatch spank* spite squash stab* sting* strangl* strike stroke
    struck struggle swat swipe tackle tear terror* thrash* throttle throw thrust thump torment* tortur* toss trample
    trauma* tussle vicious victim* villain* viol* wallop war wars warf* warh* warl* warp* warr* warrior whack* whip* wound* wreck* wrench wrestl* yank zap`,
  death: `
    abyss ash ashes axed burial bury casket cemetery coffin* corpse* crypt dead* *death* decease* decay demise die* died
    doom* dying embalm end ending expire fatal* funeral* ghost* ghoul* grave* hearse* lethal mortal* morgue mourn* obituary
    perish* requiem rot rotten skeleton skull suicid* tomb* undertak* urn vanish* wake wilt wither* wreath*`,
  body: `
    abdomen ankle* elbow* anus anal* arm armpit *arse* artery back *bald* bare beard* behind belly* bellies bladder blush* body*
    bone* bony bosom* bottom* bowel* bra brain* brawn breast* brow bum bums buttock* calf cheek* chest chin chubb* cleavage
    clit* crotch* curvy dimple* ear eye face* fat* feet fetus finger fist flab* flank flesh* foot forehead freckle* groin
    gums gut guts hair hand head heart* heel hip hips hump* jaw kidney* knee* knuckle lap leg lip lips liver* loin* lung*
    lymph marrow mouth muscle* nail naked* navel neck nipple* nose nude* organ palm* pelvis pit pimple* pulse pupil rib
    rump scalp shin shoulder* sinew skin* skinny slim* sole spine stomach* sweat* thigh* throat thumb* toe tongue torso
    tooth teeth tummy udder urine* vein* waist wart* womb* wrinkle* wrist`,
  bodyShapeAndFood: `
    appetite binge* calori* chunk* diet* famine* fast fasting gorge* greed* gulp guzzle* heavy hefty hunger* hungry lanky
    lardy large lean leaner petite plump* portly purge* rotund scale scales size skimpy slender* starv* stout thick thin
    thinner tubby vomit* weight* weigh whopper wide`,
  sex: `
    affair allure ass* bang banana* beaver* bed bedroom* bedding behave bikini* bishop blouse *bondage* bone* boob* bonk*
    breed broad *brothel* bunny bush bust* butt box brothe* caress* cherr* chick* climax *cock* come coupl* cougar court
    courts crab cream* cuddle* cum* *cunt* curvy date dating desire* dick* dildo dogg* dong drag ejac* erect* *erotic*
    escort* exotic* fancy fanny* fertile* fetish* filth* flash* flasher flirt* foxy fondl* *fuck* gag gay groom* grope*
    grop* harem* heat honeytrap* hooker* homo* hotel* hump hunk* hussy intim* jerk* jock jug jugs kinky* kiss* knicker* knob*
    lace* lap latex laid lay lesbi* libido lick* lingerie* lollipop* lolly* loose love lover lure lust* madam maiden
    massage* mate mating melon* mistress* moan* moist* motel* mount mounting muff* naught* necking nooky nude*
    nuts nylons oral* orgasm* orgy oyster* panty* panties pant pants peach* pecker peep* penetr* penis* perk* perv* petting
    phall* pimp* *piss* pole porn* prick* privates prostit* prude* prune pubic puss* queer* racy randy* *rape* raping
    rapist ride rider riding ring roger romp* root rub rubber* rude sauna* score screw* seduc* semen* seamy sensual* *sex*
    shag* shaft slap sleaz* *slut* smut* snatch snog* sodom* spank sperm* spread squeez* stag stallion* stocking* strip*
    stripp* strok* stud suck* swallow* swing* tart tease* teas thong* threesome throb* tickl* tit* tits *tit titill* tool*
    topless* touch* tramp* trick* trollop* turd* undress* undies vagina* vibrat* virgin* vixen vulva* wank* wench wet
    whor* willy wife* womaniz* yoni`,
  drugsAlcoholAndTobacco: `
    acid addict* alcohol* ale angel ash bar barrel bartend* beer* binge blunt bong* booze* boozy bottle* bourbon brandy
    brew* brewer* brown bud bugle buzz* candy cannab* capsule cider* cigar* cocain* coca cocktail* cognac coke cork* crack*
    crate crystal* dealer* dope* dose downer dragon drink* drug* drunk* dummy dust ecstasy ether fag* fix fixer flask foil
    gear gin glass glue grass gum* habit hangov* hash* hemp* herb* *heroin* heron hiccup high hit hooch hookah horse inhal*
    inject* intoxic* joint* jelly junk* keg kegs ketamin* lager* lighter lines liquor* lsd lush malt mandy marij* match
    meow merlot methad* molly morph* mule mush* narcot* needle* nicotin* opium* opiate* overdos* patch pharm* pill*
    pint* pipe* poppy* port pot potent powder* prescri* pub puff* pusher reefer* rehab* relaps* resin* rizla roach* rock
    roll rum rush saloon* salvia scor* shandy* sherry shoot shot* skunk* sling smack smok* sniff* snort* snow snuff* sober*
    specul* special* speed* spice* spicy spike* spirit* spliff* spoon* stash* stein steroid* stoned straw substance syring* tablet*
    tankard tar tavern* tequila* tipple* tipsy tobacc* toke tonic trip tripping upper vape* vaping vine vineyar* vintage
    vodka* weed* whisk* white whizz wine* winery withdraw* wrap yeast`,
  illness: `
    ache aching acne aid aids ail ailing ailment* allerg* amnesia anaemi* anxi* asylum* bandage* barmy blind* bonkers bug
    cancer* cast clap cold colic coma cough* crabs cramp* cripple* crutch* cuckoo cure cystic daft deaf* delirium dement*
    dentist* depress* diagnos* disabl* diseas* dizzy* doctor* dose dumb epidem* epilep* faint* fatigue* fever* fit* flu
    germ* giddy* handicap* headache health* *hospital* hyster* ill illness* infect* insan* invalid* itch* lame leper* lepro* limp
    loony lunacy lunatic* mad madness malaria* mania* manic* maniac* mental* measles mumps nausea* neuro* numb* nurse* nuts
    nutty obses* ointment* operat* pain pains pale panic* paralys* paranoi* patient* phobia* plague* plaster* poison*
    polio potty pox psych* rabi* rash recover* relapse remedy scab* schizo* section* sedat* seizure* shingle* sick* sneez*
    sore sores spasm* splint* spots stammer* stitch* stitches stroke surge* surgeon* surgery* swell* swollen symptom*
    syndrom* tablet therap* thrush toxic* tremor* tumour* ulcer* vaccin* viral* viper virus* ward wards wheez* yeast`,
  crimeAndLaw: `
    accus* alibi* arrest* arson* attorney* bail bailiff* bandit* bench bobby brief burgl* case charge cheat* con cop copper*
    cops court* crime* crimin* crook* custod* defend* deport* detain* *drug* deputy evict* evidence evil* felon* fine forge*
    fraud* gang* guilt* *hijack* hoax homicid* illegal* jail* judge* jury justice kidnap* kerb law lawful lawyer* legal liar
    *lies* loot* mafia magistr* molest* mugshot oath officer* offenc* parole* perjur* pirate* plead* poach* police*
    prison* probation* prosecut* rob robb* sentenc* sheriff* shoplift* siren smuggl* solicit* station* steal* stole* summons
    suspect* swindl* testif* theft* thief* thiev* tribunal* trafficking traffic trespass* trial vandal* warrant* witness*
    wanted`,
  familyAndHousehold: `
    adopt* ancest* aunt* aunty baby babies bachelor* birth* boy breastf* bride* brother* bonnet child* cot cots cousin*
    cradle* crib* dad daddy daughter* divorc* doll dolly dummy famil* father* fiance* foster* gran grann* grand* groom
    guardian* heir heiress* heirloom husband* infan* kid kids kidd* kin king kinship lad lass lullab* ma mam mama marr*
    marital matern* midwif* *mother* mum mummy nan nana nann* nappy nephew* newborn* niece* nurser* nurtur* offspring
    orphan* pa papa parent* patern* pram* pregnan* queen rattle rearing relati* sibling* sister* sitter* son spous* step
    stork stroller* teddy toddl* toy tot triplet* twin twins uncle* weaning wed wedd* wedlock widow* wife wives`,
  religion: `
    abbey* abbot* allah altar* amen angel* apostl* ark atone* baptis* bible* biblical bishop* bless* buddha* buddh* canon
    cardinal* carol cathed* chalice* chapel* cherub* choir* chris* church* clergy* cloister* confess* convent* creed* cross
    crucif* crusade* damn* deacon* demon* devil* devot* disciple* divin* easter* eden evangel* faith* friar* god gods gospel*
    guru halo halos heaven* hell hells heretic* hijab holy hymn* idol imam incense islam* jesus jew jewish karma koran* lord
    lords madonna manger* mantra* martyr* mass messiah* minister* miracle* mission* monast* monk monks mosque* muslim* nun
    nuns pagan* pagoda* parable* parish* pastor* pew pews piety* pilgrim* pious* pope* prais* pray* preach* priest* prophet* psalm*
    pulpit* purgat* quran rabbi rabbis relic* religi* ritual* rosar* sabbath* sacra* saint* salvat* satan* sermon* shrine*
    sin sins sinful sinner* soul souls spirit* spire* steeple* tabernac* temple* templar* torah* venerat* vestr* vicar* vow
    worship* zen`,
  weapons: `
    ammo* ammuni* armour* army arrow* arsenal* artiller* axe axes bayonet* blade* bomb* boomerang bow bullet* cannon* catapult*
    club dagger* dart darts duel dynamite* explod* explos* flail grenad* gun guns *gunn* gunpow* hammer* harpoon* hatchet* holster* jab
    javelin* knife* knives lance lances lasso lead machet* mallet mine mines missile* mortar* musket* navy nuclear*
    petrol pick pike pistol* projectile* razor* rifle* rocket* sabre* sappers saw scissor* scythe* shears shell* shield*
    shiv* shrapnel sickle* slingshot* sniper* soldier* spear* spike* stick sword* target* taser* tank tanks torch* torped*
    trident* trigger* troop* truncheon* weapon*`,
  money: `
    account* afford* amount auction* bank* bankrupt* bargain* beggar* begg* benefit* bet bets betting bill bills bond borrow*
    broke budget* buy buyer cash* casino* cent charity* cheap* cheque* claim* coin coins cost costs costly credit* currenc*
    debit* debt* deposit dime dole dollar* donat* earn* econom* estate euro expens* fee fees financ* fortune* fund* gambl*
    invest* invoice* jackpot* landlord* ledger* lend* loan* lottery* luxur* money* mortgag* owe owing paid paup* pawn* pay
    payday payment* penn* pension* poor pound* poverty* premium price* profit* purs purse purch* quid rent rental* rich riches
    royalt* salar* sale sales saving* sell seller* shares shilling* shop* sixpence* spend* spent sterling stingy stock tax
    taxes tenner thrifty tip tips tithe token* trade* treasur* ticket till tycoon* voucher* wage* wager* wallet* wealth* worth`,
  fear: `
    afraid alarm* alone appal* attic awful* bat bats bleak* boo bogey* chill* clown* cobra* coward* cower* crawl* creak* creep*
    cringe* crouch* crow crows crypt dark* dread* eerie* *fear* fierce* flinch* freak* freez* fright* ghast* ghost* gloom*
    grim* growl* gruesome* haunt* hide hiding horr* howl* hyena* jump* jackal* jitter* lightning* lonely* lurch* lurk* maroon*
    mask masks midnight* monster* moth nerv* night* nightmare* ogre* owl phantom* prowl* quail* quak* rat rats raven* roar*
    scare* scary scream* scary serpent* shadow* shark* shiver* shock* shriek* shudder* shy sinist* skulk* snake* snarl* sneak*
    spectre* spider* spook* stalk* startl* storm* terr* *terror* terrif* threat* thunder* timid* tremble* troll* vampir* vermin*
    vulture* wail* wary weird* weep* wicked* witch* wolf* wolve* worr* zombie*`,
  captivityAndControl: `
    abandon* abduct* barricad* binding bolt bolts bound bridle* cage* captiv* captur* cell cells chain* choke* closet* coerc*
    collar* command* confin* control* corner* corral* crate cupboard* discipl* domina* dungeon* enclos* enslav* escap* fence*
    fetter* force fugitive* gag gaol guard* halter* harness* hostage* hutch* imprison* kennel* key latch* leash* lid lock*
    manacle* master* muzzle* net obey* obedien* owner* padlock* paddock* pen pens pound prey puppet* quarry* rein reins
    restrain* rope ropes rule rules ruler* servan* serve* shackle* slave* slaver* snare* spare stalk* strap* submi* subdue*
    tame tamer tape taped tether* tie ties tied tight* trap traps *trapp* trapez* twine vault* warden* yoke*`,
  homelessnessAndLeaving: `
    abroad alley* begging blanket cardboard destitut* doorstep* doorway* evict* exile* exit flee fled flee* forsak* gutter*
    home homes homel* hostel* hotel* leave leaving lost *lonel* pavement refuge* refugee* roam* rough runaway* sack shack*
    shanty* shelter* slum slums sofa squat* stray* street* subway* tent tents tramp* underpass* unwant* urchin* vacant*
    vagabond* vagrant*`,
  surveillance: `
    bug camera* cam evidence eyes film follow* gaze glare glimps* lens lenses listen mirror* monitor* notic* observ* overhear*
    overse* peek peep* peer photo* picture* radar record* report* screen* search* secret* selfie* snoop* sonar spotl* spy
    spying spyg* stare* surveil* surveill* track* trace* video* view viewer watch*`,
  belittling: `
    awkward badger bitch* blame* cow cows coy cute daft dainty damsel* dim dolly donkey dowdy dozy drab dreg* drip dull dumb
    dunce dwarf* fail* fals* feeble* fickle* folly* fool* fussy gaffe goof* goat goose gossip* humbl* humil* idiot* idle*
    ignor* inept* inferior* jealous* lazy* lesser lessen little lowly loser* lousy meek* mess messy mere misfit* mock* modest*
    moron* mute nag nagging naive* nobod* odd oddball* outcast* parasite* pathet* peasant* pest pet pets petty pig pigs pity
    plain pretty prim quaint quiet* reject* rubbish* scrap* scum* shabby* shame* sham shams sheepish shrew* shrimp* silen* silly*
    simpl* slob* sloth* slow* slump* sly small* spoil* stupid* tawdry* tiny toad toads trash* trivia* ugly* vain vulgar*
    waste* weak* weasel* weed* weird* wimp* worthless* wrong`,
  slurs: `
    bugger* bloody chav* *coon* coconut* crap* dago damn* dyke* fag faggot* gimp* golly* gyps* homo homos *nazi* negro* nigg* oreo
    paki* pansy* *piss* poof* retard* *shit* spade spades spastic* tinker* tosser* tranny* *twat* turd* monkey*`,
  givenNames: `
    aaron abdul abigail adam adele adrian agatha aidan aisha alan albert alex alexa alexis alfie alice alison alma amanda amber
    amelia amina amir amy andrea andrew angela angus anita anna anne annie anthony april archie aria arthur ashley audrey aurora
    austin autumn ava barbara barney barry basil beatrice becky bella ben benjamin bernard beryl beth bethany betty beverley
    billie billy blake bob bobby bonnie bonny bradley brandon brenda brian bridget bronte brook brooke bruce bruno bryony callum
    calvin camilla candice cara carl carla carmen carol caroline carrie carter casey cassie cathy cecil celia celine chance
    chantal charles charlie charlotte chelsea cheryl chloe chris christina cindy claire clara clarence claude clement
    clementine cliff clive cody colette colin connie connor constance cooper cora coral corey craig crystal cynthia daisy
    dakota dale damian daniel daphne darcy darren dave david dawn dean deborah debbie deepak delia denis denise dennis derek
    desmond destiny diana diego dirk dolly dominic donald donna doreen doris dorothy douglas duncan dylan ebony eddie eden edgar
    edith edward edwin eileen elaine eleanor eliza elizabeth ella ellen ellie elliot elsie emily emma eric erica erin ernest
    esme esther ethan eugene eunice eva evan evelyn eve faith faisal farah fatima faye felicity felix fern finley fiona fleur
    flora florence frances frank frankie fraser fred freda freddie freya gabriel gail gary gavin gemma gene geoff george georgia
    gerald gerard gerry gilbert gina ginger gladys glen glenda gloria gordon grace graham grant greg greta guy gwen hannah
    harold harper harriet harry harvey hassan hayley hazel heath heather heidi helen henry herbert hilary hilda holly honey hope
    howard hugh hugo hunter ian ibrahim ida imogen india indigo ingrid iona irene iris isaac isabel isla ivan ivy jack jackie
    jacob jade jake james jamie jane janet janice jasmine jason jasper jay jayden jean jeff jemima jenna jenny jeremy jerome
    jerry jesse jessica jewel jill jim jimmy joan joanna joanne jodie joe joel john johnny jonah jordan joseph josh joshua joy
    joyce juan judith judy julia julian julie june junior juno justin kai kara karen karl kate katie kay keith kelly kelvin ken
    kenneth kerry kevin khalid kieran kim kirsty kit kyle kylie lance lara larry laura laurel lauren laurence layla leah lee lena
    leo leon leonard leroy leslie lester lewis liam libby lily linda lionel lisa liz logan lola lorna lorraine louis louise luca
    lucas lucy luke luna lydia lynn mabel mac maddie madison maisie malcolm mandy marcus margaret maria marie marina marion mark
    marlene marlon martha martin martina mary mason matilda matthew maud maureen maurice maude max maxine maya megan melanie
    melody mercy meredith mia michael michelle miles millie milly milo mina miranda miriam misty mohamed molly monica morgan
    morris muhammad muriel myra myrtle nadia nancy naomi natalie natasha neil nell nelly nelson niall nicholas nicola nigel nina
    noah noel nora norma norman olga olive oliver olivia omar opal orla oscar otto owen paisley pamela pandora patricia patrick
    patsy patty paul paula pauline pearl peggy penelope penny percy perry peter phil philip phoebe phoenix pierce piper pippa
    polly poppy priya quentin rachel ralph ramona randy raven ray raymond rebecca reggie rhoda rhys richard ricky riley
    rita river rob robert robin rodney roger roland roman ron ronald ronnie rory rosa rosalind rose rosemary rosie ross rowan roy
    ruby rufus rupert russell ruth ryan sabrina sadie saffron sage sally salma sam samantha sandra sandy sarah sasha savannah
    scarlett scott sean sebastian selina serena seth shane shannon sharon shaun sheila shelley shirley sian sidney sienna simon
    skye sofia sonia sophia sophie spencer stacey stan stanley stella stephen steve stewart stuart sue summer sunny susan suzanne
    sybil sydney sylvia tabitha tamara tammy tania tara tasha ted teddy terence teresa terry theo theresa thomas tiffany tilly
    timothy tina toby todd tom tommy tony tracey trevor tricia tristan tyler ursula valerie vanessa vera vernon veronica vicky
    victor victoria vincent viola violet virginia vivian wade wallace walter wanda warren wayne wendy wesley wilfred will
    william willow wilma winnie winston wren yasmin yusuf yvette yvonne zac zahra zainab zara zelda zoe`,
} as const;

const patternOf = (entry: string): string => {
  if (entry.startsWith("*") || entry.endsWith("*")) {
    return entry
      .replace(/^(?!\*)/, "^")
      .replace(/(?<!\*)$/, "$")
      .replaceAll("*", "");
  }
  return `^${entry}(?:s|es|ed|ing)?$`;
};

const everyPattern = Object.values(deniedByTheme).flatMap((entries) => entries.trim().split(/\s+/).map(patternOf));
const denied = new RegExp(everyPattern.join("|"));

/** Whether a word is on the deny list, in itself or by a part that would be noticed. */
export const isDenied = (word: string): boolean => denied.test(word);
