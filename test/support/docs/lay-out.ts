const WIDTH = 96;

/** JSON as a guide shows it: on one line what fits on one. */
export function layOut(value: unknown, indent = "", before = 0): string {
  const short = onOneLine(value);
  if (indent.length + before + short.length <= WIDTH || typeof value !== "object" || value === null) return short;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const lines = Array.isArray(value)
    ? value.map((item) => deeper + layOut(item, deeper))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return deeper + name + layOut(item, deeper, name.length);
      });
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return parts.length > 0 ? `{ ${parts.join(", ")} }` : "{}";
}
