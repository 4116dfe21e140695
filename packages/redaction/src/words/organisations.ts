/** Last words of names of organisations → what is shown instead. A `strong` one needs no capital where a name stands before it. */
export type OrganisationKind = { kind: string; strong: boolean };

const strongKinds: Record<string, string> = {
  surgery: "GP surgery",
  practice: "GP surgery",
  clinic: "clinic",
  hospital: "hospital",
  infirmary: "hospital",
  hospice: "hospice",
  school: "school",
  academy: "school",
  primary: "school",
  infants: "school",
  juniors: "school",
  college: "college",
  nursery: "nursery",
  playgroup: "playgroup",
  university: "university",
  uni: "university",
  church: "church",
  chapel: "church",
  mosque: "mosque",
  temple: "temple",
  synagogue: "synagogue",
  gurdwara: "gurdwara",
  court: "court",
  prison: "prison",
  refuge: "refuge",
  hostel: "hostel",
  council: "council",
  constabulary: "police force",
  police: "police force",
  pharmacy: "pharmacy",
  foodbank: "food bank",
};
const weakKinds: Record<string, string> = {
  house: "house",
  lodge: "house",
  centre: "centre",
  center: "centre",
  hub: "centre",
  ward: "ward",
  unit: "unit",
  project: "charity",
  trust: "charity",
  charity: "charity",
  foundation: "charity",
  society: "charity",
  aid: "charity",
  circle: "group",
  group: "group",
  club: "club",
  choir: "group",
  network: "group",
  collective: "group",
  theatre: "theatre",
  library: "library",
  museum: "museum",
  arms: "pub",
  inn: "pub",
  tavern: "pub",
  hotel: "hotel",
  cafe: "café",
  café: "café",
  bakery: "shop",
  stores: "shop",
  supermarket: "supermarket",
  ltd: "company",
  plc: "company",
  association: "organisation",
  executive: "organisation",
  services: "organisation",
  army: "charity",
  homes: "organisation",
  housing: "housing association",
  kitchen: "charity",
  pantry: "food bank",
  crown: "court",
};

const suffixes = (kinds: Record<string, string>, strong: boolean): [string, OrganisationKind][] =>
  Object.entries(kinds).map(([word, kind]) => [word, { kind, strong }]);

export const organisationSuffixes: ReadonlyMap<string, OrganisationKind> = new Map([
  ...suffixes(strongKinds, true),
  ...suffixes(weakKinds, false),
]);

/** Words before "centre" that say more than it. */
export const centreKinds: ReadonlyMap<string, string> = new Map([
  ["medical", "GP surgery"],
  ["health", "GP surgery"],
  ["women's", "women's centre"],
  ["womens", "women's centre"],
  ["children's", "children's centre"],
  ["childrens", "children's centre"],
  ["leisure", "leisure centre"],
  ["detention", "detention centre"],
  ["removal", "detention centre"],
  ["community", "community centre"],
]);

/** Words that make an organisation's name no name: "the local surgery", "a primary school". */
export const genericBefore: ReadonlySet<string> = new Set(
  "local primary secondary high junior infant senior grammar comprehensive boarding private public special nursery sunday night evening doctors doctor's gp general new old same different other another nearest big main small walk-in walk in mental health medical community county crown magistrates magistrates' family youth open closed maternity district teaching cottage open day dental sexual mother baby support self help local drama art further sixth form council foster young women's womens children's childrens drop care detention removal immigration fracture antenatal postnatal birth job call charity tesco housing police food safe halfway probation bail approved family's dosage best good bad first next last every any women men catholic protestant evangelical leisure shopping town city village parish christian muslim football youth work full half whole my his her our their your the a an this that each no social residential rehab detox specialist psychiatric secure acute rape crisis sexual assault referral sure start after before breakfast book mums toddler toddlers play bank gay pride peer talking victim domestic abuse violence national welsh scottish english british irish primary care open university's blood pressure pain memory methadone needle".split(
    " ",
  ),
);

/** Organisations that are so large that naming them tells nothing. */
export const everybodys: ReadonlySet<string> = new Set([
  "nhs",
  "national health service",
  "universal credit",
  "dwp",
  "hmrc",
  "pip",
  "camhs",
  "marac",
  "mash",
  "gp",
  "a&e",
  "ae",
]);
