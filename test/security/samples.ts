// Messages that are right in form, and what can be wrong about each part of them. Both follow from the tables.

import { type Field, type Fields, fieldsOf, type StatementType, valueKinds } from "@ownwords/consent";
import { canary } from "./raw.ts";

export const bytes = (length: number): string => Buffer.alloc(length).toString("base64url");

export function sampleOf(field: Field): unknown {
  if (field === "day") return "2026-03-01";
  if (field === "count") return 1;
  if (field === "flag") return true;
  if (typeof field === "string") return bytes(valueKinds[field]);
  if ("oneOf" in field) return field.oneOf[0];
  if ("list" in field) return [sampleOf(field.list)];
  return sampleOfFields(field.fields);
}

const sampleOfFields = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name.replace("?", ""), sampleOf(field)]));

/** A statement of this type that signs nothing and means nothing. */
export const sampleStatement = (type: StatementType): Record<string, unknown> => ({
  v: 1,
  type,
  ...sampleOfFields(fieldsOf(type)),
});

const notText = [1, true, null, [], {}, "", `${canary}\u0000`, "\ud800", "é".repeat(43), "A".repeat(5000), "__proto__"];

/** Values that a field of this kind does not take. */
export function wrongFor(field: Field): unknown[] {
  if (field === "count") return ["1", -1, 1.5, null, canary, {}, []];
  if (field === "flag") return ["true", 0, null, canary];
  if (typeof field === "string") return notText;
  if ("oneOf" in field) return [canary, "constructor", 1, null, ["yes"]];
  if ("list" in field)
    return [canary, null, {}, [canary], Array.from({ length: field.most + 1 }, () => sampleOf(field.list))];
  const sample = sampleOfFields(field.fields);
  return [canary, null, [], {}, { ...sample, [canary]: 1 }];
}

/** Every statement of this type with one thing wrong about it. */
export const wrongStatements = (type: StatementType): Record<string, unknown>[] => {
  const sample = sampleStatement(type);
  return [
    { ...sample, v: 2 },
    { ...sample, type: canary },
    { ...sample, type: "constructor" },
    { ...sample, [canary]: canary },
    ...Object.entries(fieldsOf(type)).flatMap(([name, field]) => {
      const plain = name.replace("?", "");
      const { [plain]: _left, ...without } = sample;
      return [...wrongFor(field).map((value) => ({ ...sample, [plain]: value })), ...(plain === name ? [without] : [])];
    }),
  ];
};

export const sampleSealed = {
  header: { v: 1, kind: "draft", of: bytes(32), producer: "author", keyTag: bytes(32), nonce: bytes(24) },
  ciphertext: bytes(4096 + 16),
};
export const sampleGrant = { text: bytes(32), to: "author", lock: "one", permission: null, key: null, box: bytes(112) };
export const sampleAct = (statement: unknown) => ({
  signed: { statement, signatures: [bytes(64)] },
  texts: [],
  grants: [],
});

type Shape = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly minimum?: number;
};

/** A body of the right form, with all that has to be there and nothing more, from a route's own schema. */
export function sampleBody(schema: object): unknown {
  const shape = schema as Shape;
  if ("const" in shape) return shape.const;
  if (shape.anyOf) return sampleBody(shape.anyOf[0]!);
  if (shape.type === "object")
    return Object.fromEntries((shape.required ?? []).map((name) => [name, sampleBody(shape.properties![name]!)]));
  if (shape.type === "array") return [];
  if (shape.type === "string") return shape.minLength === 2 ? bytes(112) : "A".repeat(shape.minLength ?? 1);
  return shape.type === "integer" ? (shape.minimum ?? 0) : true;
}

/** Sealed bytes have no fixed length, so that any base64url is of the right form; and `previous` may be null. */
const fits = (name: string, value: unknown): boolean =>
  name === "previous"
    ? value === null
    : /^(box|settings|ciphertext)$/.test(name) && /^[\w-]+$/.test(String(value)) && typeof value === "string";

/** Bodies in which one leaf is something else. */
export function* withWrongLeaf(body: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === "object" && value !== null)
      for (const inner of withWrongLeaf(value as Record<string, unknown>)) yield { ...body, [name]: inner };
    else
      for (const wrong of wrongFor(typeof value === "number" ? "count" : "story"))
        if (!fits(name, wrong)) yield { ...body, [name]: wrong };
  }
  yield { ...body, [canary]: canary };
}
