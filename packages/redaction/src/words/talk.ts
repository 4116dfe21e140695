/** Verbs that follow the name of a person who speaks or does something. */
export const speechVerbs: ReadonlySet<string> = new Set(
  "said says say saying asked asks told tells goes went whispered laughed replied answered shouted wrote writes texted rang phoned called smiled nodded knew knows thought thinks wants wanted came comes helped helps sat looked listened listens gave gives took takes made makes did does had has was is wasn't isn't never always still just used died passed left stayed moved lives lived works worked held hugged cried put got keeps kept read reads asks believes believed started stopped turned walked drove met saw heard showed explained promised let would will could can".split(
    " ",
  ),
);
/** Words after which a person stands. */
export const personBefore: ReadonlySet<string> = new Set(
  "with told tell asked ask called named met meet married marry saw see loved love thank thanked hugged rang phoned texted dear meeting helped like and hi hello miss missed love bless remember".split(
    " ",
  ),
);
/** Words after which a place stands. */
export const placeBefore: ReadonlySet<string> = new Set(
  "in from to near outside around towards into leaving left via across through fae frae up down over round".split(" "),
);
/** Verbs and nouns of moving and living: "moved to", "born in", "a flat in". */
export const livingWords: ReadonlySet<string> = new Set(
  "live lived lives living move moved moving born raised reared grew grow brought up settled stayed staying came come coming went go gone going back flat house home room hostel bedsit place bungalow estate village town city street back over out down up arrived fled ran escaped sent placed housed rehoused travelled drove train bus refuge unit i'm im from were am based trip visit centre center office".split(
    " ",
  ),
);
