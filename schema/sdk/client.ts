/** How a request travels: the body goes out with the headers, status and text come back. Replace it to pool connections. */
export type Send = (
  url: string,
  request: { headers: Record<string, string>; body: string },
) => Promise<{ status: number; headers: Record<string, string | undefined>; text: string }>;

export type DeskError = { message: string; path?: (string | number)[]; extensions?: { code?: string } };

/** A request that the desk did not answer with data. `code` is the desk's, or NETWORK when nobody answered. */
export class DeskRefusal extends Error {
  readonly code: string;
  readonly errors: readonly DeskError[];
  constructor(message: string, code: string, errors: readonly DeskError[] = []) {
    super(message);
    this.code = code;
    this.errors = errors;
  }
}

export type DeskClient = {
  /** Runs one document. Throws a DeskRefusal when the answer holds top-level errors; `at` travels a sandbox there first. */
  request<T>(document: string, variables?: object, options?: { at?: string }): Promise<T>;
};

const byFetch: Send = async (url, { headers, body }) => {
  const response = await fetch(url, { method: "POST", headers, body });
  return {
    status: response.status,
    headers: { "retry-after": response.headers.get("retry-after") ?? undefined },
    text: await response.text(),
  };
};

const MOST_WAITS = 5;

/**
 * A client of a desk's GraphQL API over HTTP. A 429, and a 503, are waited out as `Retry-After` says.
 *
 *     const desk = createDesk({ url: "http://127.0.0.1:4000/graphql", token });
 *     const { viewer } = await desk.request<{ viewer: { name: string } }>("{ viewer { name } }");
 */
export function createDesk({ url, token, send = byFetch }: { url: string; token: string; send?: Send }): DeskClient {
  return {
    async request<T>(document: string, variables: object = {}, { at }: { at?: string } = {}): Promise<T> {
      const headers: Record<string, string> = {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        ...(at !== undefined && { "watchdesk-at": at }),
      };
      const body = JSON.stringify({ query: document, variables });
      for (let waited = 0; ; waited++) {
        const answer = await send(url, { headers, body }).catch((error: Error) => {
          throw new DeskRefusal(`The desk at ${url} does not answer: ${error.message}`, "NETWORK");
        });
        // 429: this key's budget is used up; 503: a process is being stopped, and did nothing. Both say when to come back
        if ((answer.status === 429 || answer.status === 503) && waited < MOST_WAITS) {
          const seconds = Number(answer.headers["retry-after"] ?? 1);
          await new Promise((done) => setTimeout(done, Math.min(Math.max(seconds, 0.1), 60) * 1000));
          continue;
        }
        return read<T>(answer);
      }
    },
  };
}

function read<T>({ status, text }: { status: number; text: string }): T {
  let answer: { data?: T | null; errors?: DeskError[] };
  try {
    answer = JSON.parse(text);
  } catch {
    throw new DeskRefusal(`The desk answered ${status} without JSON.`, "NETWORK");
  }
  const [first] = answer.errors ?? [];
  if (first) throw new DeskRefusal(first.message, first.extensions?.code ?? "UNKNOWN", answer.errors);
  return answer.data as T;
}
