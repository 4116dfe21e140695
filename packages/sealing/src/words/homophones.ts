/**
 * English homophones, one group a line: words that a British listener cannot tell apart, and some near pairs that are often
 * mixed up (*lose, loose*). No pass word may be one, since a word that she hears has to have one spelling.
 * For the test of the list only; never part of what browsers load.
 */
const groups = `
ad add
ail ale
air heir ere
aisle isle
all awl
allowed aloud
altar alter
ant aunt
arc ark
ascent assent
ate eight
auger augur
auk orc
aural oral
away aweigh
axel axle
bail bale
bait bate
baize bays
bald bawled
ball bawl
balm barm
band banned
bard barred
bare bear
bark barque
baron barren
base bass
bay bey
bazaar bizarre
be bee
beach beech
bean been
beat beet
beau bow
beer bier
beetle beatle betel
bell belle
berry bury
berth birth
bite byte
blew blue
block bloc
boar bore
board bored
boarder border
bold bowled
bolder boulder
boll bowl
boos booze
born borne bourne
bough bow
boy buoy
brae bray
braid brayed
braise brays
brake break
bread bred
brews bruise
bridal bridle
broach brooch
brows browse
but butt
buy by bye
buyer byre
cache cash
calendar calender
call caul
canon cannon
canvas canvass
carat carrot karat caret
cast caste
caster castor
caught court
caw core corps
cedar ceder seeder
ceiling sealing
cell sell
cellar seller
censor sensor
cent scent sent
cereal serial
chased chaste
cheap cheep
check cheque
cheetah cheater
chews choose
chic sheikh
chilli chilly chile
choir quire
choler collar
choral coral
chord cord cored
chute shoot
cite sight site
clause claws
climb clime
coal kohl cole
coarse course
coat cote
coffer cougher
coin quoin
colonel kernel
complement compliment
conker conquer
coo coup
copse corpse
council counsel
councillor counsellor
cops copse
creak creek
crews cruise cruse
cue queue kew
currant current
curser cursor
curb kerb
cygnet signet
cymbal symbol
cypress cyprus
dam damn
days daze
dear deer
dependant dependent
descent dissent
desert dessert
device devise
dew due
die dye
dinghy dingy
disc disk
discreet discrete
doe dough
done dun
douse dowse
draft draught
draw drawer
dual duel jewel
duct ducked
earn urn
ewe yew you
ewes use yews
eye aye
eyelet islet
faint feint
fair fare
farther father
fate fete
faun fawn
fawn faun
feat feet
ferry fairy
few phew
fined find
fir fur
fisher fissure
flair flare
flaw floor
flea flee
flew flu flue
flex flecks
flocks phlox
flour flower
foaled fold
for fore four
foreword forward
fort fought forte
forth fourth
foul fowl
franc frank
freeze frieze frees
friar fryer
furs furze
gaff gaffe
gait gate
gallop galop
gamble gambol
gays gaze
genes jeans
gild guild gilled
gilt guilt
glacier glazier
gnaw nor
gneiss nice
gopher gofer
gored gourd
gorilla guerrilla
grate great
grater greater
grave gravel
grays graze
grease greece
greave grieve
grill grille
grisly grizzly
groan grown
guessed guest
guide guyed
guise guys
hail hale
hair hare
hall haul
halve have
hangar hanger
hart heart
haw hoar whore
hay hey
heal heel he'll
hear here
heard herd
heed he'd
heroin heroine heron
hew hue hugh
hi high
higher hire
him hymn
ho hoe
hoard horde whored
hoarse horse
hole whole
holy wholly holey
hostel hostile
hour our
humerus humorous
idle idol idyll
in inn
incite insight
instance instants
its it's
jam jamb
jean gene
juice jus
kerb curb
key quay
kicks kix
knave nave
knead need kneed
knew new gnu
knight night
knit nit
knob nob
knock nock
knot not
know no
knows nose noes
lac lack
lade laid
lain lane
lair layer
lam lamb
laps lapse
larva lava
laud lord
law lore
lay lei
lays laze leis
lead led
leader lieder
leak leek
lean lien
leased least
lesson lessen
levee levy
liar lyre
licence license
lichen liken
lie lye
lieu loo
links lynx
literal littoral
llama lama
lo low
load lode lowed
loan lone
locks lochs
loose lose
loot lute
lumber lumbar
made maid
magnate magnet
mail male
main mane
maize maze mays
mall maul
manner manor
mantel mantle
mare mayor
mark marque
marquee marquis
marshal martial
marten martin
mask masque
mat matt
maw more moor
me mi
mead meed
mean mien
meat meet mete
medal meddle
metal mettle
meter metre
might mite
mince mints
mind mined
miner minor mynah
missal missile
missed mist
misses mrs
moan mown
moat mote
mode mowed
moose mousse
morn mourn
morning mourning
muscle mussel
mustard mustered
naval navel
nay neigh
none nun
oar or ore awe
ode owed
oh owe
one won
overdo overdue
packed pact
pail pale
pain pane
pair pare pear
palate palette pallet
passed past
patience patients
pause paws pores pours
pa par
pawn porn
pea pee
peace piece
peak peek pique
peal peel
pearl purl
pearler purler
peat pete
pedal peddle petal
peer pier
pi pie
pidgin pigeon
place plaice
plain plane
plait plat
plum plumb
pole poll
poof pouffe
poor pour pore paw
poplar popular
populace populous
practice practise
praise prays preys
pray prey
presence presents
present presence
pride pried
prince prints
principal principle
prise prize pries
profit prophet
pros prose
quarts quartz
quire choir
rack wrack
rain reign rein
raise rays raze
rap wrap
raw roar
read reed
read red
real reel
reek wreak
rest wrest
retch wretch
review revue
rheum room
rhyme rime
right rite write wright
ring wring
road rode rowed
roe row
role roll
rood rude rued
roomer rumour
root route
rose rows roes
rota rotor
rote wrote
rough ruff
rouse rows
rung wrung
rye wry
sachet sashay
sail sale
sailor sailer
sauce source
saw soar sore
scene seen
scull skull
sea see
seal ceil
seam seem
sear seer sere
seas sees seize
sects sex
serf surf
serge surge
sew so sow
sewing sowing
shake sheikh
shear sheer
shoe shoo
shore sure
side sighed
sign sine
sink sync
size sighs
slay sleigh
sleight slight
sloe slow
soared sword
sole soul
some sum
son sun
sort sought
spade spayed
staid stayed
stair stare
stake steak
stalk stork
stationary stationery
steal steel
step steppe
stile style
storey story
straight strait
succour sucker
suede swayed
suite sweet
sundae sunday
swat swot
tacks tax
tail tale
talk torque
taper tapir
tare tear
taught taut tort torte
tea tee
team teem
teas tease tees
tenor tenner
tern turn
their there they're
threw through
throes throws
throne thrown
thyme time
tic tick
tide tied
tighter titre
timber timbre
tire tyre
to too two
toad toed towed
toe tow
told tolled
ton tun tonne
tor tore
tough tuff
troop troupe
trussed trust
tuba tuber
vain vane vein
vale veil
vial vile
viol vial
wade weighed
wail whale
wain wane
waist waste
wait weight
waive wave
wale whale
walk woke
war wore
ware wear where
warn worn
wart wort
watt what
wax whacks
way weigh whey
we wee
weak week
weald wield
weather whether wether
weave we've
weir we're
weld welled
wet whet
wheel weal
which witch
whig wig
while wile
whine wine
whirl whorl
whirled world
whit wit
white wight
whoa woe
wood would
wrapped rapt
wreath wreathe
yoke yolk
yore your
yew you
yule you'll
burger burgher
curd kurd
feta fetter
panda pander
parka parker
tikka ticker
pitta pita pitter
chorale corral
click clique
clothes close
canter cantor
manna manner
tartar tartare
formerly formally
pucker pukka
coma comber
lager larger
balmy barmy
alms arms
tact tacked
tracked tract
whirred word
weighs ways
ensure insure
effect affect
addition edition
accept except
hooray hurray hurrah
elude allude
`;

/** Each inner list is one group of words that sound alike. */
export const homophoneGroups: readonly (readonly string[])[] = groups
  .trim()
  .split("\n")
  .map((line) => line.split(" "));
