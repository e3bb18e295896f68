/** Returns a name for each of some folders, in their order: its own, with a number behind it if one before has that. No two are equal. */
export function distinctNames(names: readonly string[]): string[] {
  const own = new Set(names);
  const given = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let number = 2; given.has(distinct) || (distinct !== name && own.has(distinct)); number += 1) {
      distinct = `${name} (${number})`;
    }
    given.add(distinct);
    return distinct;
  });
}
