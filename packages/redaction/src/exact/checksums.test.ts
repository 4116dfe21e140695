import fc from "fast-check";
import { expect, test } from "vitest";
import { isCardNumber, isIban, isNhsNumber, isUkPhone } from "./checksums.ts";

test("an NHS number needs its check digit", () => {
  expect(isNhsNumber("9434765919")).toBe(true); // the example of the NHS Data Dictionary
  expect(isNhsNumber("9434765918")).toBe(false);
  expect(isNhsNumber("943476591")).toBe(false);
});

test("a card number needs Luhn's check, and 13 to 19 digits", () => {
  expect(isCardNumber("4111111111111111")).toBe(true);
  expect(isCardNumber("4111111111111112")).toBe(false);
  expect(isCardNumber("411111111111")).toBe(false);
});

test("an IBAN needs mod 97", () => {
  expect(isIban("GB82WEST12345698765432")).toBe(true); // the example of ISO 13616's registry
  expect(isIban("GB82WEST12345698765433")).toBe(false);
});

test("a telephone number begins with a zero and has ten or eleven digits", () => {
  expect(["07700900123", "01184960233", "0169772345", "02079460123", "08081570123"].map(isUkPhone)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(["0770090012", "17700900123", "05000000000", "077009001234"].map(isUkPhone)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("one wrong digit never passes a checksum", () => {
  const change = (number: string, at: number, by: number) =>
    number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, by) => {
      expect(isNhsNumber(change("9434765919", at, by))).toBe(false);
      expect(isCardNumber(change("4111111111111111", at, by))).toBe(false);
    }),
  );
});
