/** One shape for spellings that sound alike: "MacAllister" and "McAlister", "Kath" and "Cath". */
export function soundShape(name: string): string {
  return name
    .replace(/^mac(?=.{3})/, "mc")
    .replaceAll("ph", "f")
    .replaceAll("k", "c")
    .replaceAll("y", "i")
    .replace(/(.)\1+/gu, "$1");
}

/** A set of names that finds those one letter away (added, left out, changed or swapped) in time linear in a word's length. */
export type NameIndex = { add(name: string): void; near(word: string): string | undefined };

const shortest = 5;
const longest = 24;

export function createNameIndex(): NameIndex {
  const names = new Set<string>();
  const byLess = new Map<string, string>();
  const bySound = new Map<string, string>();
  return {
    add(name) {
      if (names.has(name)) return;
      names.add(name);
      if (name.length >= 4 && name.length <= longest) keep(bySound, soundShape(name), name);
      if (name.length < shortest || name.length > longest) return;
      for (const less of oneLess(name)) keep(byLess, less, name);
    },
    near(word) {
      if (names.has(word)) return word;
      if (word.length < 4 || word.length > longest + 1) return undefined;
      const sounds = bySound.get(soundShape(word));
      if (sounds !== undefined) return sounds;
      const added = byLess.get(word);
      if (added !== undefined) return added;
      for (const less of oneLess(word)) {
        // Left out here what was added there; or both with one letter less: changed, or two swapped.
        if (less.length >= shortest && names.has(less)) return less;
        const changed = byLess.get(less);
        if (changed !== undefined && isOneEdit(changed, word)) return changed;
      }
      return undefined;
    },
  };
}

const keep = (map: Map<string, string>, key: string, name: string): void => {
  if (!map.has(key)) map.set(key, name);
};

function* oneLess(word: string): Generator<string> {
  for (let i = 0; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1);
}

/** Same length: one letter changed, or two neighbours swapped. The first letter stays. */
function isOneEdit(a: string, b: string): boolean {
  if (a.length !== b.length || a[0] !== b[0]) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = a.slice(at + 1) === b.slice(at + 1);
  return rest || (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
}
