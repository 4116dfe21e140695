import type { Grant, PermissionId, TextDigest } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/** A sealed text with the box that opens it for whoever asked. */
export type StoredText = {
  readonly digest: TextDigest;
  readonly header: object;
  readonly ciphertext: Buffer;
  readonly box: string;
};

/**
 * A text, if there is a grant of this kind that this database role may see.
 * @param permission only for `circle`
 */
export const readText = async (
  pool: Queryable,
  digest: TextDigest,
  to: Grant["to"],
  permission: PermissionId | null = null,
  lock: Grant["lock"] = "one",
): Promise<StoredText | undefined> =>
  (
    await query<StoredText>(
      pool,
      `select t.digest, t.header, t.ciphertext, g.box from text_version t join key_grant g on g.text = t.digest
       where t.digest = $1 and g.recipient = $2 and g.lock = $3 and g.permission_id is not distinct from $4`,
      [digest, to, lock, permission],
    )
  )[0];

/** The two boxes of a release, with one lock or two, if this role may see them. */
export const readRelease = (pool: Queryable, permission: PermissionId, lock: "outer" | "inner") =>
  query<{ text: TextDigest; box: string }>(
    pool,
    "select text, box from key_grant where recipient = 'circle' and permission_id = $1 and lock = $2",
    [permission, lock],
  );

/** The redactor's own grant to the version that waits: which of its keys it is for. */
export const readRedactorGrant = async (pool: Queryable, digest: TextDigest) =>
  (
    await query<{ box: string; key: string }>(
      pool,
      "select box, key_id as key from key_grant where text = $1 and recipient = 'redactor'",
      [digest],
    )
  )[0];
