/**
 * Remembers the names that were added last, so many at most.
 * @param most more than this are never kept: the oldest goes
 */
export function recentNames(most: number): { has(name: string): boolean; add(name: string): void } {
  const names = new Set<string>();
  return {
    has: (name) => names.has(name),
    add(name) {
      names.add(name);
      // A set keeps the order in which things were added.
      if (names.size > most) names.delete(names.values().next().value!);
    },
  };
}
