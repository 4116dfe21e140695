// Sending what was signed: the day comes from the service, and a lost answer is asked for again with the same bytes.

import type { Day, Statement, StatementOf, StatementType } from "@ownwords/consent";
import type { actSchema, BodyOf, Route } from "@ownwords/contracts";
import { newId } from "@ownwords/sealing/open";
import { ClientError } from "./wire.ts";

export type ActBody = BodyOf<Route & { body: typeof actSchema }>;

type Unsigned<T extends StatementType> = Omit<StatementOf<T>, "v" | "type" | "id" | "day">;

/** A statement with a fresh random id, so that two that say the same differ. */
export const statementOf = <T extends StatementType>(type: T, day: Day, fields: Unsigned<T>): StatementOf<T> =>
  ({ v: 1, type, id: newId(), day, ...fields }) as StatementOf<T>;

const mostTries = 4;

/**
 * Sends an action. When the day has changed it is signed anew; when an answer is lost the same bytes go out again, which
 * the service answers the same and does once.
 * @param make makes and signs the statement for a day, with what comes along
 */
export async function sendAct<Reply>(
  today: Day,
  make: (day: Day) => ActBody,
  send: (body: ActBody) => Promise<Reply>,
): Promise<Reply> {
  let body = make(today);
  for (let tries = 1; ; tries++) {
    try {
      return await send(body);
    } catch (error) {
      if (!(error instanceof ClientError) || tries >= mostTries) throw error;
      if (error.code === "signed-on-another-day" && error.today) body = make(error.today as Day);
      else if (error.code !== "away" && error.code !== "database-away") throw error;
      else await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** tries));
    }
  }
}

/** Nothing comes along. */
export const alone = (signed: { statement: Statement; signatures: readonly string[] }): ActBody => ({
  signed,
  texts: [],
  grants: [],
});
