import { readFileSync } from "node:fs";

/**
 * The JavaScript of a README as one program: the first block, and then all others beside one another. What they take
 * for granted is given, and the address that stands for any desk becomes a real one.
 */
export function readmeProgram(readme: URL, url: string, given: string): string {
  const blocks = [...readFileSync(readme, "utf8").matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code as string);
  const imported = /^import \{ (.*?) \} from "(.*?)";\n/gm;
  const names = new Set<string>();
  const bodies = blocks.map((code) =>
    code
      .replace(imported, (_line, list: string) => {
        for (const name of list.split(", ")) names.add(name);
        return "";
      })
      .replace(/"https:\/\/desk\.example\.com\/graphql"/, JSON.stringify(url)),
  );
  const [first = "", ...others] = bodies;
  for (const name of ["UserErrors", "verifyWebhook"]) names.add(name);
  return [
    `import { ${[...names].join(", ")} } from "@watchdesk/sdk";`,
    ...[given, first, ...others.map((body) => `void (async () => {\n${body}})();`)],
  ].join("\n");
}
