/** Something to filter by: its kind, and what people call it. */
export type Choice = { readonly kind: "client" | "team"; readonly id: string; readonly name: string };

/** What a text means among the choices; a text that could mean several names a few of them. */
export type Found =
  | { readonly kind: "one"; readonly choice: Choice }
  | { readonly kind: "many"; readonly names: readonly string[] }
  | { readonly kind: "none" };

const NAMED = 3;
const plain = (text: string): string => text.trim().toLocaleLowerCase("en");

/** The one that is called so, else the only one that begins so, else the only one that has it in its name. */
export function findFilter(text: string, choices: readonly Choice[]): Found {
  const wanted = plain(text);
  if (!wanted) return { kind: "none" };
  const tests = [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.includes(wanted),
  ];
  for (const test of tests) {
    const [first, ...others] = choices.filter(({ name }) => test(plain(name)));
    if (!first) continue;
    if (others.length === 0) return { kind: "one", choice: first };
    return { kind: "many", names: [first, ...others].slice(0, NAMED).map(({ name }) => name) };
  }
  return { kind: "none" };
}
