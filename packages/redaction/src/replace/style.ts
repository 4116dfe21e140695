/** `bracketed`: what it was, one step vaguer. `pen-names`: people get names that she picked. `vaguer`: as little as reads well. */
export type Style = "bracketed" | "pen-names" | "vaguer";

export type StyleOptions = {
  style?: Style;
  /** Also replace what is only asked about: once it was decided. Default false. */
  consider?: boolean;
  /** For `pen-names`: given to people in order of first mention; people beyond the list are bracketed. */
  penNames?: string[];
};

export type SettledStyle = { style: Style; consider: boolean; penNames: readonly string[] };

export function settleStyle(style: Style | StyleOptions = "bracketed"): SettledStyle {
  const given = typeof style === "string" ? { style } : style;
  return { style: "bracketed", consider: false, penNames: [], ...withoutUndefined(given) };
}

const withoutUndefined = (given: StyleOptions): StyleOptions =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
