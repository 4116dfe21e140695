const family =
  "mum mam mom ma mother mummy mammy ammi dad da father daddy sister sis brother bro son daughter child kid baby boy girl lad lass lassie bairn twin twins aunt auntie aunty uncle cousin niece nephew nan nana nanna gran granny grandma grandmother grandad grandpa grandfather nain taid stepdad stepmum stepfather stepmother stepson stepdaughter stepsister stepbrother godmother godfather husband wife hubby fiance fiancé fiancee fiancée partner ex ex-husband ex-wife boyfriend girlfriend bf gf lover youngest eldest oldest middle grandson granddaughter grandchild inlaw mother-in-law father-in-law sister-in-law brother-in-law mil fil foster-mum";
const near =
  "friend mate bestie pal neighbour neighbor flatmate housemate roommate colleague boss manager landlord landlady lodger carer";
const professional =
  "worker doctor gp nurse midwife counsellor counselor therapist psychologist psychiatrist solicitor barrister lawyer teacher tutor headteacher head tutor mentor advocate advisor adviser officer policeman policewoman detective probation consultant physio physiotherapist dentist pharmacist receptionist interpreter locum surgeon health-visitor visitor keyworker support-worker idva isva supervisor sponsor housekeeper cleaner driver priest vicar imam pastor caseworker coordinator paramedic volunteer guard chaplain librarian social-worker";

/** Words for who somebody is to her. */
export const kinship: ReadonlySet<string> = new Set(`${family} ${near}`.split(" "));
/** Words for who somebody is at work. */
export const roles: ReadonlySet<string> = new Set(professional.split(" "));
/** Roles of two words: the first of them. */
export const roleStarts: ReadonlySet<string> = new Set(
  "social key support health probation police housing drug outreach youth family duty night case link community practice student mental ward care school home".split(
    " ",
  ),
);
export const possessives: ReadonlySet<string> = new Set("my our his her their your me ma wor mine".split(" "));
/** What may stand between "my" and "sister". */
export const kinAdjectives: ReadonlySet<string> = new Set(
  "little big older younger old young best good dear late poor own other first second eldest youngest oldest middle twin half step foster adopted adoptive birth ex former new wee baby lovely new close great only biological violent abusive".split(
    " ",
  ),
);
