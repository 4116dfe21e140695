// The redactor's sealing key of one week, signed by the key that the directory names.

import { type Day, daysAfter, type RandomId, type SealingKey, type VerifyKey } from "@ownwords/consent";
import { canonical } from "./canonical.ts";
import { framed } from "./hash.ts";
import { isSignedBy } from "./signed-statement.ts";

export type RedactorKey = {
  readonly id: RandomId;
  readonly sealingKey: SealingKey;
  /** First and last day of its week. */
  readonly from: Day;
  readonly until: Day;
  readonly signature: string;
};

/** The seventh day. */
export const lastDayOfWeek = (from: Day): Day => daysAfter(from, 6);

/** Days after its week on which something can still arrive for a key. Then its secret is destroyed. */
const graceDays = 2;

export const redactorKeyMessage = ({ id, sealingKey, from, until }: Omit<RedactorKey, "signature">): Uint8Array =>
  framed("redactor-key", canonical({ v: 1, id, sealingKey, from, until }));

/** Is this key the redactor's, and is it for one week and no longer? */
export const verifyRedactorKey = (key: RedactorKey, redactorKey: VerifyKey): boolean =>
  key.until === lastDayOfWeek(key.from) && isSignedBy(redactorKeyMessage(key), key.signature, redactorKey);

/** May something be sent to this key on this day? */
export const usableOn = (key: Pick<RedactorKey, "from" | "until">, day: Day): boolean =>
  key.from <= day && day <= daysAfter(key.until, graceDays);
