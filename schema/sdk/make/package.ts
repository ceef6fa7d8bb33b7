import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const home = fileURLToPath(new URL("../", import.meta.url));
const dist = join(home, "dist");
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Makes `dist`: one bundle with all it needs inside, so that a tarball installs without a registry, and its types. */
rmSync(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: join(home, "index.ts"),
  platform: "node",
  tsconfig: join(home, "tsconfig.json"),
});
const { output } = await bundle.write({ dir: dist, format: "esm", chunkFileNames: "[name].js" });
execFileSync(process.execPath, [tsc, "-p", home], { stdio: "inherit" });
writeFileSync(join(dist, "introspection.d.ts"), introspection());
copyFileSync(join(home, "../schema.graphql"), join(dist, "schema.graphql"));
copyFileSync(join(home, "../../LICENSE"), join(dist, "LICENSE"));
writeFileSync(join(dist, "THIRD-PARTY-LICENSES"), licences());

/** The contract for gql.tada, without the lines by which it would set itself up in every project that installs this. */
function introspection(): string {
  const text = readFileSync(join(home, "../graphql-env.d.ts"), "utf8");
  return text.slice(0, text.indexOf("import * as gqlTada"));
}

/** What is bundled is named, with its terms. */
function licences(): string {
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const roots = new Set(modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []));
  const notices = [...roots].sort().map((root) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, file), "utf8").trim() : ""}\n`;
  });
  return notices.join("\n----\n\n");
}
