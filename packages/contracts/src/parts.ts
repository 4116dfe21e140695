// What messages are made of.

import { type Grant, type Statement, type TextDigest, textKinds } from "@ownwords/consent";
import { Type } from "typebox";
import { boxSchema, bytesSchema, daySchema, statementSchema } from "./schema-of.ts";

const closed = { additionalProperties: false } as const;

/** Most bytes of a sealed text: 1 MiB of padded plaintext and its tag. */
const mostSealedBytes = 1_048_576 + 16;

export const sealedTextSchema = Type.Object(
  {
    header: Type.Unsafe<object>(
      Type.Object(
        {
          v: Type.Literal(1),
          kind: Type.Union(textKinds.map((kind) => Type.Literal(kind))),
          of: bytesSchema(32),
          producer: Type.Union([Type.Literal("author"), Type.Literal("redactor"), Type.Literal("support")]),
          keyTag: bytesSchema(32),
          nonce: bytesSchema(24),
          versionNo: Type.Optional(Type.Integer({ minimum: 0 })),
          parentDigest: Type.Optional(bytesSchema(32)),
        },
        closed,
      ),
    ),
    ciphertext: boxSchema(mostSealedBytes),
  },
  closed,
);

export const grantSchema = Type.Object(
  {
    text: Type.Unsafe<TextDigest>(bytesSchema(32)),
    to: Type.Unsafe<Grant["to"]>(Type.Union(["author", "redactor", "support", "circle"].map((to) => Type.Literal(to)))),
    lock: Type.Unsafe<Grant["lock"]>(Type.Union(["one", "outer", "inner"].map((lock) => Type.Literal(lock)))),
    permission: Type.Union([Type.Unsafe<NonNullable<Grant["permission"]>>(bytesSchema(16)), Type.Null()]),
    /** Which of the redactor's keys, or which epoch, the box is for. */
    key: Type.Union([Type.String({ maxLength: 43, pattern: "^[A-Za-z0-9_-]+$" }), Type.Null()]),
    box: boxSchema(256),
  },
  closed,
);

export const signedSchema = Type.Object(
  { statement: statementSchema, signatures: Type.Array(bytesSchema(64), { minItems: 1, maxItems: 2 }) },
  closed,
);

/** Any action: what was decided, signed, and the sealed texts and keys that come along. */
export const actSchema = Type.Object(
  {
    signed: signedSchema,
    texts: Type.Array(sealedTextSchema, { maxItems: 2 }),
    grants: Type.Array(grantSchema, { maxItems: 4 }),
    /** Only with `agreed`: the salt of the new cut's keys. */
    cutSalt: Type.Optional(bytesSchema(16)),
    /** Only with `answered`: what blinds the head that it names. */
    seenNonce: Type.Optional(bytesSchema(16)),
  },
  closed,
);

/** Done, or done before: a retry of a lost answer gets the first one again. */
export const actedSchema = Type.Object({
  outcome: Type.Union([Type.Literal("done"), Type.Literal("repeated")]),
  seq: Type.Integer(),
  head: bytesSchema(32),
  day: daySchema,
});

/** A sealed text and the box that opens it for whoever asked. */
export const openableSchema = Type.Object({ sealed: sealedTextSchema, box: Type.String() });

/** A signed statement as a service hands it on: the receiver verifies it, whatever it looks like. */
export const anySignedSchema = Type.Object({
  statement: Type.Unsafe<Statement>(Type.Object({}, { additionalProperties: true })),
  signatures: Type.Array(Type.String()),
});

export const todaySchema = Type.Object({ n: Type.Integer(), date: daySchema });
