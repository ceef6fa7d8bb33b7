/** Spreadsheets take a cell that begins so for a formula and would run it; an apostrophe makes it text. */
const formula = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/** One cell by RFC 4180. Null is an empty cell. */
export function csvCell(value: string | null): string {
  if (value === null) return "";
  const text = formula.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file that Excel opens rightly by a double click: UTF-8 with its mark, CRLF after every line. */
export const csvFile = (header: readonly string[], rows: Iterable<readonly (string | null)[]>): string => {
  const lines = [header, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`);
  return `\uFEFF${lines.join("")}`;
};
