import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test.each([
  ["screenshot.png", "screenshot.png"],
  ["Fehler – Rechnung Nº 4.pdf", "Fehler – Rechnung Nº 4.pdf"],
  ["C:\\Users\\robin\\error.log", "error.log"],
  ["../../etc/passwd", "passwd"],
  ["in\u202Egpj.exe", "ingpj.exe"],
  ["two\r\nlines\0.txt", "twolines.txt"],
  ['a"b<c>.txt', "a_b_c_.txt"],
  ["..", "file"],
  ["", "file"],
  [undefined, "file"],
  ["half \ud83d.png", "half \ufffd.png"],
])("%j is kept as %j", (said, kept) => {
  expect(fileName(said)).toBe(kept);
});

test("a long name keeps its ending", () => {
  const name = fileName(`${"long ".repeat(100)}.pdf`);
  expect(name).toHaveLength(200);
  expect(name).toMatch(/long.*\.pdf$/);
});
