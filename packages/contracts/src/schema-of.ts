import {
  type Field,
  type Fields,
  fieldsOf,
  type Statement,
  type StatementType,
  statementTypes,
  valueKinds,
} from "@ownwords/consent";
import { type TSchema, Type } from "typebox";

/** What the last character can be: it carries no stray bits, so that one value has one spelling. */
const lastCharacter = ["[A-Za-z0-9_-]", "[AQgw]", "[AEIMQUYcgkosw048]"] as const;

/** Base64url of exactly so many bytes. */
export const bytesSchema = (bytes: number) => {
  const length = Math.ceil((bytes * 4) / 3);
  const pattern = `^[A-Za-z0-9_-]{${length - 1}}${lastCharacter[bytes % 3]}$`;
  return Type.String({ minLength: length, maxLength: length, pattern });
};

/** Base64url of at most so many bytes. */
export const boxSchema = (mostBytes: number) =>
  Type.String({ minLength: 2, maxLength: Math.ceil((mostBytes * 4) / 3), pattern: "^[A-Za-z0-9_-]+$" });

export const daySchema = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

function schemaOf(field: Field): TSchema {
  if (field === "day") return daySchema;
  if (field === "count") return Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
  if (field === "flag") return Type.Boolean();
  if (typeof field === "string") return bytesSchema(valueKinds[field]);
  if ("oneOf" in field) return Type.Union(field.oneOf.map((code) => Type.Literal(code)));
  if ("list" in field) return Type.Array(schemaOf(field.list), { maxItems: field.most });
  return objectOf(field.fields);
}

const objectOf = (fields: Fields, first: Record<string, TSchema> = {}): TSchema =>
  Type.Object(
    {
      ...first,
      ...Object.fromEntries(
        Object.entries(fields).map(([name, field]) =>
          name.endsWith("?") ? [name.slice(0, -1), Type.Optional(schemaOf(field))] : [name, schemaOf(field)],
        ),
      ),
    },
    { additionalProperties: false },
  );

/** Every statement, as packages/consent lists them: a new row there is a new schema here. */
export const statementSchema = Type.Unsafe<Statement>(
  Type.Union(
    (Object.keys(statementTypes) as StatementType[]).map((type) =>
      objectOf(fieldsOf(type), { v: Type.Literal(1), type: Type.Literal(type) }),
    ),
  ),
);
