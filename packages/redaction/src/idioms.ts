import type { Token } from "./passage.ts";
import { idioms } from "./words/idioms.ts";

/** Marks the tokens of sayings such as "Bob's your uncle", whose names are nobody's. */
export function markSayings(tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i += 1) {
    for (const words of idioms.get(tokens[i]!.fold) ?? []) {
      const inside = words.every(
        (word, k) => word === "*" || tokens[i + k]?.fold === word || isLast(words, k, tokens[i + k]),
      );
      if (inside) for (let k = 0; k < words.length; k += 1) tokens[i + k]!.saying = true;
    }
  }
}

const isLast = (words: readonly string[], k: number, token: Token | undefined): boolean =>
  k === words.length - 1 && token?.base === words[k];
