/** Titles that stand before a name, and what is shown before the letter that replaces it. */
export const titles: ReadonlyMap<string, string> = new Map([
  ["mr", "Mr"],
  ["mrs", "Mrs"],
  ["ms", "Ms"],
  ["miss", "Miss"],
  ["mx", "Mx"],
  ["master", "Master"],
  ["dr", "Dr"],
  ["doctor", "Dr"],
  ["prof", "Professor"],
  ["professor", "Professor"],
  ["sir", "Sir"],
  ["dame", "Dame"],
  ["lady", "Lady"],
  ["lord", "Lord"],
  ["rev", "Reverend"],
  ["reverend", "Reverend"],
  ["father", "Father"],
  ["fr", "Father"],
  ["pastor", "Pastor"],
  ["imam", "Imam"],
  ["rabbi", "Rabbi"],
  ["vicar", "Vicar"],
  ["canon", "Reverend"],
  ["sister", "Sister"],
  ["matron", "Matron"],
  ["nurse", "Nurse"],
  ["midwife", "Midwife"],
  ["pc", "Officer"],
  ["wpc", "Officer"],
  ["pcso", "Officer"],
  ["dc", "Officer"],
  ["ds", "Officer"],
  ["di", "Officer"],
  ["dci", "Officer"],
  ["sgt", "Officer"],
  ["sergeant", "Officer"],
  ["constable", "Officer"],
  ["inspector", "Officer"],
  ["detective", "Officer"],
  ["officer", "Officer"],
  ["judge", "Judge"],
  ["justice", "Judge"],
  ["magistrate", "Magistrate"],
  ["councillor", "Councillor"],
  ["cllr", "Councillor"],
]);

/** Titles that are everyday words too: without capitals they need a name behind them that is no word. */
export const wordyTitles: ReadonlySet<string> = new Set(
  "doctor master father sister nurse midwife matron judge justice officer inspector detective constable sergeant lady lord vicar canon magistrate sir dame di miss pastor professor".split(
    " ",
  ),
);

/** Two people of one surname are told apart by these. */
export const titleGender: ReadonlyMap<string, "f" | "m"> = new Map([
  ["mr", "m"],
  ["sir", "m"],
  ["master", "m"],
  ["father", "m"],
  ["mrs", "f"],
  ["ms", "f"],
  ["miss", "f"],
  ["lady", "f"],
  ["dame", "f"],
]);

/** What goes before a name in the family or the street, and belongs to it. */
export const nicknameStarts: ReadonlySet<string> = new Set(
  "big little wee old young auntie aunty aunt uncle nan nana nanna nanny nain taid gran granny grandma grandad grandpa pop mother brother cousin granda mamgu tadcu".split(
    " ",
  ),
);
