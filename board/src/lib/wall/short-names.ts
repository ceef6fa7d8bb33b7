/**
 * Names as a wall shows them: the first name where it says enough, else with as much of the rest as tells two people
 * apart. `Maya Okafor` is Maya; beside `Maya Brandt` they are Maya O. and Maya B.
 */
export function shortNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(names)];
  return new Map(all.map((name) => [name, shortest(name, all)]));
}

function shortest(name: string, all: readonly string[]): string {
  const [first = name, ...rest] = name.trim().split(/\s+/);
  const alike = all.filter((other) => other !== name && other.trim().split(/\s+/)[0] === first);
  if (alike.length === 0) return first;
  const last = rest.at(-1);
  if (last === undefined) return name;
  const sameInitial = alike.some((other) => other.trim().split(/\s+/).at(-1)?.[0] === last[0]);
  return sameInitial ? name : `${first} ${last[0]}.`;
}
