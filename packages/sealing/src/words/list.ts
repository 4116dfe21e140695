/**
 * The 2,048 pass words: eight of them are all that an author has, and she may read them at night.
 *
 * The list is ours and gentle. Each word is a plain English one of four to eight letters in British spelling, which somebody
 * can spell from hearing it. None is about violence, body, sex, drugs, illness, crime, family, religion, weapons, money or
 * fear, or brings captivity, hunting, death, watching or belittling to mind; none is first of all a name or has a rough second
 * meaning; none has a homophone or another spelling across the Atlantic. No two share their first four letters (so four letters
 * complete a word), sound alike, or are one typing slip apart. `list.test.ts` checks what a program can check; the rest was read.
 *
 * The order and the words are part of the protocol: a word's place is eleven bits of somebody's key. Never change them.
 */
const rows = `
abacus ability aboard about above absorb abundant acacia academy accent acclaim accolade acorn acoustic acquire across
acrylic action actor actual adagio adapt adjust admire adverb aerial aerobics afar affable afloat afresh again agate
agenda agile ahead ahoy airbrush aircrew airer airfield airline airmail airport airship airtime airwave album alcove
alder alfalfa alfresco algebra allegro allium alloy almanac almond aloft alpaca alphabet alpine already alto always
amazing ambient amble amiable among amplify amuse anagram anchor ancient andante anecdote angora animal aniseed
annotate annual anorak another antelope anthem antique antler antonym anvil anyhow anyone anytime anyway apex apiary
aplomb appear apple apricot apron aquatic aqueduct arcade archive arena arise armchair aroma around arpeggio arrange
arrive artist artwork ascend ashore aspect aspire aster astonish astral athlete atlas atoll atom attire attune auburn
audio avenue average aviator avid avocado awesome awning axiom axis azalea azure
backpack badge bagel bagpipe baguette bakery balance balcony balloon balsam balti bamboo bandana banjo banner bantam
barber barcode baritone barley barnyard barrow basalt baseball basket basmati bassoon batik bauble bayberry beacon
beadwork beagle beaker beam beanie because become beehive beeswax beetroot before begin begonia beret bergamot beside
bespoke between bevel beyond bicycle bifocal bilberry billow biology biplane birdsong biscuit bison bistro blazer
blend blimp blissful blithe bloom blossom bluebell blurb boat bobbin bobcat boldly bolero bollard bonbon bonsai
bookend bootlace botany bothy bounce bowler boxroom boxwood bracket bramble branch breezy briar bridge brightly brim
brine brioche brisk broccoli brolly bronze brush bucket budgie buffalo build bulb bullfrog bulrush bunch bundle
bungalow bunting burdock burrito busily busker busy button bygone byline byroad byway
cabaret cabbage cabinet cactus cafe calamine calcium calico calmness calypso calzone cambric camel campus canary
candle canopy canteen canyon capable caption caramel carbon cardigan carefree cargo caribou carmine carnival carob
carport carrier cartoon cascade cassette castanet catering catfish catkin catmint catnap cattle causeway cavern celery
cement century ceramic chair chalky champion channel chart chatter cheddar cheerful chervil chess chevron chicory
chiffon chimney chino chipmunk chirpy chisel chive choice chorus chowder chrome chuckle chutney cicada cinema cinnamon
circle citrus civic clamber clarity classic clay clear clef clematis clever climate clink clipper clock clog cloth
cloudy clue clump cluster coach coasting cobalt cobbler cocoa codex coffee cogwheel coherent colander coleslaw collect
combine comet comfrey comic comma compass concert condor confetti conga conifer connect console contour convex cookery
cooler coppice coracle corduroy corgi corncob coronet cosmos costume cotton cove cowbell cowslip coyote craft crag
crane crater cravat crayon create crescent crew cricket crimson crinkly crisp crocus crofter crouton crown crumble
crunchy crust cubic cuboid culinary culture culvert cupcake cupola curious curry curtain cushion custard cyclist
cylinder
daffodil daily damask damson dancer daybreak daydream daylight daytime dazzle decade decimal deck decorate dedicate
deduce defrost deft degree delight delta deluxe denim descant design detail detour develop dewberry dewdrop diagram
dialect diamond dibber diction differ digger digit dignity dill dinosaur diploma dipper direct discover display
distant dockyard document dogwood dolphin domain dome domino doodle dormouse dotted double dovecote downland dozen
drawing dream dresser drift drizzle droplet drum dryer duchess duckling duet dulcimer dune dunlin dunnock durable
during dusk duster dynamo
eager eaglet early earmuff earthy easel easily eastward echo eclair eclipse ecology edible edit educate effort eggcup
egret eider eland electron elegant element elephant elevate embark emblem emboss emerald emperor emporium emulate
enamel enchant encore endive energy engine enhance enigma enjoy enliven enormous enrich ensign envelope envision epic
epoch equator equip eraser ermine errand espresso essay essence estimate estuary etching evening everyday evolve exact
example excel exclaim expert explore express extend extra
fabric fabulous factory fairway fajita falafel falcon fallow famous fandango fanfare fanlight fantail faraway farmland
fashion fauna feathery fedora feline felted fenland fennel ferret festival field fiesta filigree filter finally finch
finish firefly first fishpond flagpole flamingo flannel flapjack flax flicker floating floral flotilla flourish fluent
flurry flute flyer flyleaf flywheel foal focus fodder foggy foghorn folding foliage folk font footpath forage forest
forklift format forum fossil foundry foxtrot fraction fragrant freehand frequent fresco fringe fritter frock frog
frolic frond frosty fruit fulcrum fulmar funfair funny furlong furnish furrow further future fuzzy
gadget gaiter galaxy gallery galore game gamma gannet garden garlic garment garnish garret gateway gather gazebo gecko
gelato gemstone generous gentle genuine geode geology geranium gerbil giant gigantic giggle gilded gingham giraffe
gizmo glacial glade glazed gleam glee glider glimmer glint glisten glitter gloaming global glorious glossy glove
goalpost goldfish golf gondola gong gorse gosling gossamer goulash gown graduate grain grammar granite graph gravy
grebe greenery grid grocer groove grotto grow guava guidance guitar gull gusty
habitat haddock haggis haiku half halibut hallway halyard hamlet hammock hamper hamster handy happy harebell harp
harvest hasten hatbox hatch hatstand hawthorn hayfield hayloft hayrick haystack hazelnut hazy header heatwave hectare
hedgerow heliport helm helpful hemline henhouse henna herald herdsman heritage herring hessian hexagon hickory
highland hiker hiking hillside hinge hobby hockey holiday hologram honeybee hoof hoopla hopeful hopping horizon hotpot
hourly however hubbub hubcap humbug humid hurdle husky hyacinth hybrid hyphen
ibex ibis iceberg icecap icicle icing ideal idiom igloo iguana imitate immerse impala import impress inbox include
index indoor industry infinite infuse initial inkling inkpot inkstand inkwell inlay inlet inner innovate input inroad
inscribe inspire instead insulate integer into inventor invite ironing irrigate island isobar italic itself ivory
jacket jaguar jalopy jamboree jammy jargon jaunt jazz jester jetty jiffy jigsaw jingling jive jogger join joist jolly
jonquil jotter journal jovial joyful joyous jubilee juggler juicer jukebox junction jungle juniper jute
kale kangaroo kayak kazoo kebab keen keepsake kelp kestrel ketchup kettle keyboard keynote keypad keyring keystone
keyword kimono kindly kingcup kiosk kitchen kite kitten kiwi knapsack knitting knoll koala kofta
lacrosse ladder ladle ladybird lagoon lakeside laminate lamp landmark language lantern lanyard lapwing larch lark
lately latitude lattice laundry lavender lavish lawn layout leaf league leapfrog learner lectern legend legible legume
leisure lemon lemur length leopard letter levity lexicon library lifeboat light likeness lilac limeade limpet linden
lingo lining linnet linseed lintel lion list litmus lively lizard loam lobelia lobster local lodge lofty logbook logic
logjam logo longboat looping lorry lotus lounge lowland lucid luck ludo luggage luminous lunar lupin lyric
macaw machine mackerel macrame maestro magazine magenta magic magma magnolia magpie mahogany mailbag mainland majestic
make mallard manatee mandolin mangrove mansion manual many maple mapmaker mapping marathon marble margin marigold
marjoram market marmot marsh marvel marzipan masala mascot mast matinee matrix maybe mayfly maypole meadow mealtime
meander mechanic medley meerkat melt memo mend mention merge merit mermaid mesh metallic meteor method mezzo midway
mildly mileage millrace mime mimosa mindful mineral mingle minibus minnow minstrel minty minuet mirage mirth mixer
mixing mixture modern modify module mohair moment monarch monorail monsoon month monument moonlit moorhen moped morsel
mosaic moss mostly motion motorway motto mountain movement movie mudflat mudguard mudlark mulberry mulch multiply
mural museum music muslin mustang mutual myriad mystery
namely napkin narrator narwhal nature nautical navigate nebula nectar neon nestle netball network neutral newly
newsreel next nickel nifty nimble nitrogen noble nook noontime northern notepad noun nourish novel nowadays nugget
nuthatch nutmeg nutshell nylon
oaken oakwood oasis oatcake oatmeal obelisk oblong oboe obtain ocarina occasion ocean ocelot octagon octet octopus
offbeat offer office offshore often oilcan oilfield okapi okra olympic omega omnibus once onion online onset onshore
onstage onward onyx oodles opaque open opera opinion opposite optional orange orator orbit orchard oregano origami
oriole ornate osprey ostrich ottoman outboard outcrop outdoor outer outfit outgrow outlook output outset outward oval
ovation owlet oxbow oxeye oxlip oxtail
pacific page paintbox pakora palace palomino pamphlet panache pancake panel pangolin panini pannier panorama panther
paper paprika papyrus parasol parcel parody parrot parsley part pashmina pastel path pattern pavilion pavlova peaceful
peanut pebble pecan pedalo pelican pencil pendulum penguin pentagon peony people pepper perch perfume pergola perhaps
pesto petunia pewter phonic physics piano piccolo pickle picnic piglet pigment pikelet pilchard pinafore pinboard
pinecone pink pinnacle pinwheel pipit pippin pitcher pitstop pivot pixel pizza placard plaid planet plastic platypus
playful plaza pleasant plectrum plenty plinth plover plume plural plush plywood pocket podcast podium poem poetic
point polenta polka pollen polo polygon pomelo pompom poncho pond pontoon popcorn poplin porous portrait possum
postcard posy potato pothole potluck pottery pouch poultry prairie praline prance prawn precise predict prefix prelude
premier prepare preserve pretzel primrose printer produce profile progress project prologue prompt pronto propel
prosper proton proverb puddle pulley puma pumice pumpkin punctual punnet puppy purple purring putty puzzle pyramid
quadrant quality quantity quarter quasar quench query quest quick quill quintet quirky quiz quote
rabbit radish raffia rafting raglan ragtime railing rainbow raisin rambling ramen rare ratio rattan ravioli reach
ready really reapply reason rebuild recent recipe reckon recycle redbrick redcap reddish redo redraw redstart redwood
refill reflect refold refresh regal region regroup regular reheat relay relearn relish remain remix remnant remote
rename render renew renowned repair rephrase replant repot request research reshape resort restore resume rethink
retro retune reuse revamp revise rewire rework rhubarb ribbon rice rickshaw ricotta riddle rigging rind ringlet rinse
ripen ripple risotto rivet rivulet roadmap robot robust rockery rodeo roller romaine rondo roomy rooster rosette
rostrum rotate rotunda roundel routine royal rucksack rudder ruffled rugby rumba runner runway russet rustic
saddle safari sago sailboat salami salmon salsa salty salvage samba samosa sampler sandpit sapling sardine sari sarong
sash satay satchel satsuma saturn saucer saunter sawdust sawmill scallop scamper scented scholar science scone scooter
scramble scribble scroll scuba sculptor seabird seafood seagull seahorse seamless seaport seaside seating seawall
second sedum seedling seesaw segment seldom select semitone semolina sepia sequin serene series sesame settee shade
shallot shamrock shawl shed sheepdog shelf shimmery shipyard shire shoebox showboat shrub shuffle shuttle sidecar
signpost silk silver simile simmer since singer siskin sitar sizzle skater sketch skiff skiing skipper skittle
skylight skyward slalom slate sledge sleeve slide slipway slogan sloop slope smithy smock smoothie snack snail snazzy
snippet snooker snorkel snug soapbox software soil solar solder solid soloist solstice soluble sombrero somewhat
sonata songbook sonic sonnet soon soothe soprano sorbet sorrel sound soup southern souvenir soya soybean space spaniel
sparrow spatula spectrum sphere spigot spinach spiral splash splendid splice spoke sponge spool sporran spout sprat
spring sprocket spruce square squeak squirrel stadium stamen stanza stapler starry statue steady steer stellar stem
stencil stereo stetson sticker stilt stipple stoat storage stove strata stream stride strudel studio sturdy stylus
sublime subtract suburb sudoku suffix sultana summit sunbeam suncream sundry sunfish sunhat sunlight sunrise sunset
superb supper surfer surplus sushi swan swatch sweep swift swim swirling swish swivel sycamore syllabus symmetry
symphony synonym syntax syrup
tabard tabby table taco tadpole taffeta tagine tahini tailor talent tally tamarind tandem tango tansy tapas tapestry
tapioca tarmac tarn tarragon tartan tawny teacup teahouse teal teamwork teapot tearoom teashop telegram template tench
tendril tenfold tennis tenpin tepid textbook thaw theme theorem thermos thesis thimble thistle thread thrive tiara
tidal tidemark tidings tiffin tiger tigress tile tiling tiller timeline timpani tinplate tinsel tint tiptop toast
toboggan today tofu toggle tomato tomorrow tonal topaz topcoat topic topmost topsail totem toucan tourist tower
towline township towpath toymaker tractor trail tramway tranquil travel trawler tray treacle treble tree trefoil
trekking trellis trend trestle triangle tricycle trilby trinket triumph trombone tropics trot trowel truffle truly
trumpet trundle tube tubular tufted tugboat tuition tulip tumble tundra tuneful tungsten tunic turbine tureen turf
turmeric turnip turret turtle tussock tutu tuxedo twang tweed twice twiddle twig twilight twinkle twofold typeface
typist
ultra umber umbrella umpire uncommon uncurl unfold unicorn unique unison unite universe unpick unplug unroll untangle
until unused upcycle update upgrade uphill upkeep uplands uplift upload upon upriver upside upstream upturn upward
upwind urban usable useful usual utensil utility utmost utopia
valley valve vantage variety vase vastly vector vellum velour velvet venture verbena verse vertical very vessel
vestige village vinegar vinyl viscose vision visor vista vivid vocation voice volcano volume vowel voyage
waffle waft wagtail walkway wallaby walnut walrus waltz wander warbler warmth wasabi washable water wavelet wavy
waxwork wayfarer waymark weaver webpage website wedge weekday welcome welder welly western wetland wharf whatnot wheat
whelk whimsy whinny whiting whoosh wicker widget wildlife windy wingspan winsome wintry wireless wisdom wisely
wishbone wisp wisteria witty wizardry wobble wold woodwind wool wordplay worktop woven writer
yard yearling yellow yeti yodel yonder yucca
zebra zenith zeppelin zest zigzag zinc zingy zinnia zipline zircon zither zone zoology zoom
`;

/** All pass words, sorted; the place of a word in it is its value, 0 to 2047. */
export const passWords: readonly string[] = rows.trim().split(/\s+/);
