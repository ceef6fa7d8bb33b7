import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Fence } from "../../../schema/docs/fences.ts";

/** Below test/, so that what an example imports is found. */
const folder = fileURLToPath(new URL("../../.examples/typed/", import.meta.url));

/** What a strict compiler has against the programs of the guides, each as `guide, line: what`. */
export function typeFaults(programs: readonly { guide: string; program: Fence }[]): string[] {
  mkdirSync(folder, { recursive: true });
  const files = new Map(
    programs.map(({ guide, program }) => [`${folder}${guide}-${program.lines[0]}.ts`, { guide, program }]),
  );
  for (const [file, { program }] of files) writeFileSync(file, `${program.text}\nexport {};\n`);
  try {
    const checked = ts.createProgram([...files.keys()], {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ["node"],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    });
    return ts.getPreEmitDiagnostics(checked).map(({ file, start = 0, messageText }) => {
      const from = file && files.get(file.fileName);
      const line = file ? file.getLineAndCharacterOfPosition(start).line : 0;
      const where = from ? `${from.guide}, line ${from.program.lines[0] + line + 1}` : file?.fileName;
      return `${where}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
