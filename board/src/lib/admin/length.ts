/** Lengths as people write and read them. A day is never a length: an operating day has other hours than a day. */
const seconds: { readonly [unit: string]: number } = {
  ...{ h: 3_600, hr: 3_600, hrs: 3_600, hour: 3_600, hours: 3_600 },
  ...{ m: 60, min: 60, mins: 60, minute: 60, minutes: 60 },
  ...{ s: 1, sec: 1, secs: 1, second: 1, seconds: 1 },
};
const MOST = 2 ** 31 - 1; // more cannot be sent

export type Read = { readonly value: number } | { readonly fault: string };
export const valueRead = (read: Read): number | null => ("value" in read ? read.value : null);

/** `5400` → `1 h 30 min`; what it writes, `readLength` reads. */
export function lengthText(length: number): string {
  const parts = [
    [Math.floor(length / 3_600), "h"],
    [Math.floor(length / 60) % 60, "min"],
    [length % 60, "s"],
  ].filter(([n]) => n !== 0);
  return parts.length > 0 ? parts.map(([n, unit]) => `${n} ${unit}`).join(" ") : "0 min";
}

/** Reads `1 h 30 min`, `90m`, `1.5 hours`, `1:30`; a bare number is asked for its unit. */
export function readLength(text: string): Read {
  const said = text.trim().toLowerCase().replace(",", ".");
  if (said === "") return { fault: "State a length, such as 1 h 30 min." };
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(said);
  if (clock) return within(Number(clock[1]) * 3_600 + Number(clock[2]) * 60);
  if (/^0+$/.test(said)) return { value: 0 };
  if (/^[\d.]+$/.test(said)) return { fault: `${text.trim()} of what? Write ${text.trim()} min or ${text.trim()} h.` };
  if (/\b\d*\.?\d*\s*(d|days?)\b/.test(said)) return { fault: "Write hours: 24 h, not 1 day." };
  let [total, rest] = [0, said];
  while (rest !== "") {
    const part = /^(\d+(?:\.\d+)?)\s*([a-z]+)\.?\s*/.exec(rest);
    const unit = part && seconds[part[2] ?? ""];
    if (!part || !unit) return { fault: "Write it like 1 h 30 min." };
    total += Number(part[1]) * unit;
    rest = rest.slice(part[0].length);
  }
  return Number.isInteger(total) ? within(total) : { fault: "Write whole seconds at least." };
}

/** Reads `3`, `3 days`, `1 operating day`. */
export function readDays(text: string): Read {
  const match = /^(\d+)\s*(?:d|days?|operating days?)?$/.exec(text.trim().toLowerCase());
  return match ? within(Number(match[1])) : { fault: "Write whole days, such as 3." };
}

const within = (value: number): Read => (value > MOST ? { fault: "That is too long." } : { value });
