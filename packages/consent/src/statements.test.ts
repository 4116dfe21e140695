import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytes16, bytes32 } from "./laws/world.ts";
import {
  type Field,
  type Fields,
  fieldsOf,
  isStatement,
  type StatementType,
  statementTypes,
  valueKinds,
} from "./statements.ts";

/** A value that fits, for every kind of field. */
function sample(field: Field): unknown {
  if (typeof field !== "string") {
    if ("oneOf" in field) return field.oneOf[0];
    if ("list" in field) return [sample(field.list)];
    return samples(field.fields);
  }
  if (field === "day") return "2026-06-10";
  if (field === "count") return 3;
  if (field === "flag") return true;
  return valueKinds[field] === 32 ? bytes32("sample") : bytes16("sample");
}
const samples = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name.replace("?", ""), sample(field)]));

const types = Object.keys(statementTypes) as StatementType[];
const whole = (type: StatementType): Record<string, unknown> => ({ v: 1, type, ...samples(fieldsOf(type)) });
const lacking = (value: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));

/** Everything that does not fit a field. */
function misfits(field: Field): unknown[] {
  const never = [null, {}, Number.NaN, Symbol("no")];
  if (typeof field !== "string") {
    if ("oneOf" in field) return [...never, "", "constructor", "__proto__", [field.oneOf[0]], 0];
    if ("fields" in field) return [...never, [], "text", { ...samples(field.fields), more: 1 }];
    const tooMany = Array.from({ length: field.most + 1 }, () => sample(field.list));
    return [...never, "text", { length: 0 }, tooMany, ...misfits(field.list).map((misfit) => [misfit])];
  }
  if (field === "flag") return [...never, 0, 1, "true"];
  if (field === "count") return [...never, -1, 0.5, 2 ** 53, Number.POSITIVE_INFINITY, "3", 3n];
  if (field === "day")
    return [
      ...never,
      "",
      "2026-6-1",
      "2026-13-01",
      "2026-00-10",
      "2026-06-32",
      "2026-06-00",
      "2026-02-29",
      "2026-02-30",
      "2026-04-31",
      "2100-02-29",
      "0000-01-01",
      "0999-12-31",
      "2026-06-10T00:00:00Z",
      "2026-06-10\n",
      20260610,
    ];
  const good = sample(field) as string;
  return [
    ...never,
    "",
    good.slice(1),
    `${good}A`,
    `${good.slice(0, -1)}B`,
    `${good.slice(0, -1)}=`,
    `${good.slice(0, -1)}\n`,
    `+${good.slice(1)}`,
    `/${good.slice(1)}`,
    `é${good.slice(1)}`,
    [good],
  ];
}

describe.each(types)("the statement %s", (type) => {
  const fields = Object.entries(fieldsOf(type));
  it("is one when every field fits", () => {
    expect(isStatement(whole(type))).toBe(true);
    expect(isStatement(JSON.parse(JSON.stringify(whole(type))))).toBe(true);
  });
  it("may lack what is optional, and nothing else", () => {
    for (const [name] of fields)
      expect(isStatement(lacking(whole(type), name.replace("?", "")))).toBe(name.endsWith("?"));
    expect(isStatement(lacking(whole(type), "v"))).toBe(false);
    expect(isStatement(lacking(whole(type), "type"))).toBe(false);
  });
  it("has no field that its type has not", () => {
    for (const name of ["more", "toString", "constructor", "first?", "name", "words"])
      expect(isStatement({ ...whole(type), [name]: bytes16("more") })).toBe(false);
    expect(isStatement(JSON.parse(`{"__proto__": 1, ${JSON.stringify(whole(type)).slice(1)}`))).toBe(false);
  });
  it.each(fields)("refuses what does not fit in %s", (name, field) => {
    for (const misfit of misfits(field))
      expect(isStatement({ ...whole(type), [name.replace("?", "")]: misfit })).toBe(false);
  });
});

describe("what is no statement", () => {
  it.each([null, undefined, 0, "", "sent", true, [], [whole("sent")], {}, { v: 1 }, () => whole("sent")])(
    "%j",
    (value) => {
      expect(isStatement(value)).toBe(false);
    },
  );
  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "", "SENT", "nothing"])(
    "type %s",
    (type) => {
      expect(isStatement({ v: 1, type, id: bytes16("id"), day: "2026-06-10" })).toBe(false);
    },
  );
  it.each([0, 2, "1", true, null])("version %j", (v) => {
    expect(isStatement({ ...whole("sent"), v })).toBe(false);
  });
  it("is told of anything at all, without throwing", () => {
    fc.assert(fc.property(fc.anything({ maxDepth: 6 }), (value) => !isStatement(value)));
  });
  it("is told of a type with anything in its fields, without throwing", () => {
    const type = fc.constantFrom(...types);
    fc.assert(
      fc.property(
        type,
        fc.dictionary(fc.string(), fc.anything({ maxDepth: 4 })),
        (name, rest) => !isStatement({ v: 1, type: name, ...rest }),
      ),
    );
  });
  it("is told of something ten thousand levels deep", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 10_000; level++) deep = { notice: deep };
    expect(isStatement({ ...whole("sent"), notice: deep })).toBe(false);
    expect(isStatement({ ...whole("checked"), changes: [deep] })).toBe(false);
  });
});
