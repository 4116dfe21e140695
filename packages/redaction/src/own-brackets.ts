import { kinAdjectives, kinship, possessives, roleStarts, roles } from "./words/kinship.ts";
import { centreKinds, organisationSuffixes } from "./words/organisations.ts";
import { titles } from "./words/titles.ts";

/** Everything else that `redactText` writes between brackets. */
const phrases =
  "a an the my one of someone somebody person place address email phone number web account name names reference nhs national insurance bank car registration postcode job worker in education health or care transport hospitality retail office trade public service early mid late teens 20s 30s 40s 50s 60s 70s 80s 90s 100s something under five primary-school age secondary-school school-age young grown-up child adult birthday spring summer autumn winter date birth some years time ago at an amount event part kept private background relative professional workplace organisation company shop supermarket street home page years old 's family and detail";

const words: ReadonlySet<string> = new Set([
  ...phrases.split(" "),
  ...[kinAdjectives, kinship, possessives, roleStarts, roles].flatMap((set) => [...set]),
  ...[...titles.values()].map((title) => title.toLowerCase()),
  ...[...organisationSuffixes.values()].flatMap(({ kind }) => kind.toLowerCase().split(" ")),
  ...[...centreKinds.values()].flatMap((kind) => kind.toLowerCase().split(" ")),
]);

/** True for what stands between brackets that the engine wrote: its own words, single letters, years. No name is among them. */
export function isOurBracket(inside: string): boolean {
  const parts = inside.split(" ");
  return parts.every(
    (part) =>
      words.has(part.toLowerCase()) || /^(?:[A-Z]{1,3}|(?:19|20)\d\d|(?:19|20)\d0s|[1-9]0-something)$/.test(part),
  );
}
