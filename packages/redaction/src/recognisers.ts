import type { Recogniser } from "./candidate.ts";
import { ages } from "./exact/ages.ts";
import { contacts } from "./exact/contacts.ts";
import { dates } from "./exact/dates.ts";
import { longNumbers } from "./exact/long-numbers.ts";
import { money } from "./exact/money.ts";
import { postcodes } from "./exact/postcodes.ts";
import { references } from "./exact/references.ts";
import { grammarVotes } from "./grammar/votes.ts";
import { addresses } from "./telling/addresses.ts";
import { capitals } from "./telling/capitals.ts";
import { circumstances } from "./telling/circumstances.ts";
import { introducedPeople } from "./telling/introduced-people.ts";
import { organisations } from "./telling/organisations.ts";
import { places } from "./telling/places.ts";
import { smallNames } from "./telling/small-names.ts";

/** The rows of the engine. Each proposes, none decides: another one, a trained tagger say, is one more row. */
export const recognisers: readonly Recogniser[] = [
  longNumbers,
  references,
  postcodes,
  contacts,
  dates,
  ages,
  money,
  introducedPeople,
  organisations,
  places,
  addresses,
  circumstances,
  capitals,
  smallNames,
  grammarVotes,
];
