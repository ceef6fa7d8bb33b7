/**
 * Names as a wall shows them: the first name where it says enough, else with as much of the rest as tells two people
 * apart. `Maya Okafor` is Maya; beside `Maya Brandt` they are Maya O. and Maya B.
 */
export function shortNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(names)];
  const alike = new Map<string, string[]>();
  for (const name of all) {
    const { first } = partsOf(name);
    const those = alike.get(first);
    if (those) those.push(name);
    else alike.set(first, [name]);
  }
  return new Map(all.map((name) => [name, shortest(name, alike.get(partsOf(name).first) ?? [])]));
}

function shortest(name: string, alike: readonly string[]): string {
  const { first, last } = partsOf(name);
  if (alike.length === 1) return first;
  if (last === undefined) return name;
  const sameInitial = alike.filter((other) => partsOf(other).last?.[0] === last[0]).length > 1;
  return sameInitial ? name : `${first} ${last[0]}.`;
}

function partsOf(name: string): { first: string; last: string | undefined } {
  const [first = name, ...rest] = name.trim().split(/\s+/);
  return { first, last: rest.at(-1) };
}
