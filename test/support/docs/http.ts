import { differences, type Names, sameText } from "./same.ts";

export type Request = { method: string; path: string; headers: Record<string, string>; body: string };
export type Response = { status: number; headers: [name: string, value: string][]; body: string };

function partsOf(text: string) {
  const [head = "", ...rest] = text.split(/\r?\n\r?\n/);
  const [first = "", ...lines] = head.split(/\r?\n/);
  const headers = lines.filter(Boolean).map((line): [string, string] => {
    const at = line.indexOf(":");
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  return { first, headers, body: rest.join("\n\n").trim() };
}

export function readRequest(text: string): Request {
  const { first, headers, body } = partsOf(text);
  const [method = "", path = ""] = first.split(" ");
  return { method, path, headers: Object.fromEntries(headers), body };
}

export function readResponse(text: string): Response {
  const { first, headers, body } = partsOf(text);
  return { status: Number(/^HTTP\/\S+ (\d+)/.exec(first)?.[1]), headers, body };
}

/** How long to wait follows the machine's own time. */
const isWait = (name: string, headers: Headers) => /^retry-after$/i.test(name) && /^\d+$/.test(headers.get(name) ?? "");

type Came = { status: number; headers: Headers; text: string };

/** How an answer differs from the one that is shown; headers that are not shown may be there. */
export function differencesOfHttp(shown: Response, came: Came, names: Names): string[] {
  const status = shown.status === came.status ? [] : [`status: shown ${shown.status}, came ${came.status}`];
  const headers = shown.headers
    .filter(([name, value]) => !sameText(value, came.headers.get(name) ?? "", names) && !isWait(name, came.headers))
    .map(([name, value]) => `${name}: shown ${value}, came ${came.headers.get(name)}`);
  const body = shown.body ? differences(JSON.parse(shown.body), JSON.parse(came.text || "null"), names) : [];
  return [...status, ...headers, ...body];
}

/** How a message that arrived differs from the one that is shown. */
export function differencesOfMessage(
  shown: Request,
  came: { path: string; headers: Record<string, string>; body: string },
  names: Names,
): string[] {
  const stamp = /^\d{10}$/; // machine time
  const path = shown.path === came.path ? [] : [`path: shown ${shown.path}, came ${came.path}`];
  const headers = Object.entries(shown.headers)
    .map(([name, value]) => [name, value, came.headers[name.toLowerCase()] ?? ""] as const)
    .filter(([, value, other]) => !(stamp.test(value) && stamp.test(other)) && !sameText(value, other, names))
    .map(([name, value, other]) => `${name}: shown ${value}, came ${other}`);
  const body = shown.body ? differences(readJson(shown.body), readJson(came.body), names) : [];
  return [...path, ...headers, ...body];
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `no JSON: ${text}`;
  }
}
