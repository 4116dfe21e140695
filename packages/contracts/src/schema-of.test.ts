import { type Field, isStatement, type StatementType, statementTypes, valueKinds } from "@ownwords/consent";
import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";
import { bytesSchema, statementSchema } from "./schema-of.ts";

describe("base64url of exactly so many bytes", () => {
  it.each([
    [16, "A".repeat(22), true],
    [16, `${"A".repeat(21)}B`, false],
    [32, "A".repeat(43), true],
    [32, `${"A".repeat(42)}B`, false],
    [32, "A".repeat(42), false],
    [32, "A".repeat(44), false],
    [32, `${"A".repeat(42)}=`, false],
    [24, `${"A".repeat(31)}B`, true],
  ])("%i bytes as %s: %s", (bytes, text, fits) => expect(Value.Check(bytesSchema(bytes), text)).toBe(fits));
});

/** Something that fits a field. */
function sample(field: Field): unknown {
  if (field === "day") return "2026-03-01";
  if (field === "count") return 1;
  if (field === "flag") return true;
  if (typeof field === "string") return "A".repeat(Math.ceil((valueKinds[field] * 4) / 3));
  if ("oneOf" in field) return field.oneOf[0];
  if ("list" in field) return [sample(field.list)];
  return Object.fromEntries(
    Object.entries(field.fields).map(([name, inner]) => [name.replace("?", ""), sample(inner)]),
  );
}

describe.each(Object.keys(statementTypes) as StatementType[])("the schema of %s", (type) => {
  const { fields } = statementTypes[type] as { fields: Record<string, Field> };
  const whole = { v: 1, type, id: "A".repeat(22), day: "2026-03-01", ...(sample({ fields }) as object) };

  it("takes what the heart takes", () => {
    expect(isStatement(whole)).toBe(true);
    expect(Value.Check(statementSchema, whole)).toBe(true);
  });

  it("refuses an unknown field, and each field when it is missing, as the heart does", () => {
    const wrong: object[] = [{ ...whole, more: 1 }];
    for (const name of ["v", "id", "day", ...Object.keys(fields).filter((name) => !name.endsWith("?"))]) {
      const { [name as keyof typeof whole]: _, ...rest } = whole;
      wrong.push(rest);
    }
    for (const value of wrong) {
      expect(isStatement(value)).toBe(false);
      expect(Value.Check(statementSchema, value)).toBe(false);
    }
  });
});
