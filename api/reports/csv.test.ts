import { describe, expect, test } from "vitest";
import { csvCell, csvFile } from "./csv.ts";

describe("a report as a file for a spreadsheet", () => {
  test("begins with the UTF-8 mark and ends every line with CRLF", () => {
    expect(csvFile(["a", "b"], [["1", null]])).toBe("\uFEFFa,b\r\n1,\r\n");
  });

  test("quotes commas, quotation marks and line breaks as RFC 4180 says", () => {
    expect(csvCell('say "hi", twice')).toBe('"say ""hi"", twice"');
    expect(csvCell("two\nlines")).toBe('"two\nlines"');
    expect(csvCell("plain")).toBe("plain");
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("never lets a subject run as a formula: %j", (subject) => {
    expect(csvCell(subject).replaceAll('"', "").startsWith("'")).toBe(true);
  });

  test("leaves an equals sign inside a text alone", () => {
    expect(csvCell("a=b")).toBe("a=b");
  });
});
