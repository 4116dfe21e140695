import type { Candidate, Recogniser } from "../candidate.ts";
import { isFirstName, wordKind } from "../grammar/lexicon.ts";
import { follows } from "../passage.ts";

/** Given names in text without capitals: "becky", "lacey mae", "sharon louise" and the surname behind it. */
export const smallNames: Recogniser = {
  name: "small-names",
  find({ tokens, flat }) {
    if (!flat) return [];
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i]!;
      if (token.saying || token.base.length < 2 || !isFirstName(token.base)) continue;
      let last = i;
      while (last < i + 3 && tokens[last]!.base === tokens[last]!.fold && follows(tokens[last + 1])) {
        const kind = wordKind(tokens[last + 1]!.base);
        const surname = kind === "last-name" || (kind === "unknown" && last > i && tokens[last + 1]!.base.length > 4);
        if (!surname && kind !== "first-name") break;
        last += 1;
      }
      found.push({
        start: token.start,
        end: tokens[last]!.baseEnd,
        label: "PERSON",
        tier: "hide",
        confidence: 0.7,
        source: "small-name",
      });
      i = last;
    }
    return found;
  },
};
