import { type Answer, ask } from "./ask.ts";
import { isMutation, type PlainText, type TypedDocument, textOf } from "./document.ts";
import { errorOf } from "./errors.ts";
import { PATIENCE, type Patience } from "./patience.ts";
import { byFetch, type Send } from "./send.ts";

export type ClientOptions = {
  /** The address of the desk's GraphQL, for example `https://desk.example.com/graphql`. */
  url: string;
  /** The key; a function is asked at each request, so that a rotated key is taken up. */
  token: string | (() => string | Promise<string>);
  /** How requests travel; without it, by `fetch`. */
  send?: Send;
  /** What sockets are made by; without it, the runtime's own `WebSocket`, else the one that comes along. */
  webSocket?: unknown;
  /** How long it goes on asking. */
  patience?: Partial<Patience>;
  /** Whether mutations are sent under idempotency keys; without it, they are. */
  idempotencyKeys?: boolean;
};

export type RequestOptions = {
  /** Ends it, waits included; it is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Makes a mutation safe to repeat beyond this call, for 24 hours: under the same key it is done once. */
  idempotencyKey?: string | undefined;
  /** On a sandbox: the instant at which it happens. The clock goes there first. */
  at?: string | undefined;
};

type Rest<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions];

export type DeskClient = {
  /**
   * Runs one document, typed or as a text, and answers its data. Throws a DeskError where the answer holds top-level
   * errors. All tries of a mutation carry one idempotency key, so that it is done once however often it is sent.
   *
   *     const { viewer } = await desk.request<{ viewer: { name: string } }>("{ viewer { name } }");
   */
  request<Result, Variables>(document: TypedDocument<Result, Variables>, ...rest: Rest<Variables>): Promise<Result>;
  request<Result>(document: PlainText, variables?: object, options?: RequestOptions): Promise<Result>;
  /** The same, answering all there is: data beside errors, what it cost, whether it was done before. */
  execute<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: Rest<Variables>
  ): Promise<Answer<Result>>;
  execute<Result>(document: PlainText, variables?: object, options?: RequestOptions): Promise<Answer<Result>>;
};

/** A client of a desk's GraphQL API over HTTP: asks, waits where it is told to, asks again where that is safe. */
export function createDeskClient({
  url,
  token,
  send = byFetch,
  patience,
  idempotencyKeys = true,
}: ClientOptions): DeskClient {
  const patient = { ...PATIENCE, ...patience };
  const execute = async <Result>(
    document: TypedDocument<unknown, never> | string,
    variables: object = {},
    { signal, idempotencyKey, at }: RequestOptions = {},
  ): Promise<Answer<Result>> => {
    const query = textOf(document);
    const mutates = isMutation(query);
    const key = mutates ? (idempotencyKey ?? (idempotencyKeys ? await newKey() : undefined)) : undefined;
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${typeof token === "string" ? token : await token()}`,
      ...(key && { "idempotency-key": key }),
      ...(at !== undefined && { "watchdesk-at": at }),
    };
    const repeatable = !mutates || key !== undefined;
    return ask<Result>(send, { url, headers, body: JSON.stringify({ query, variables }), repeatable, signal }, patient);
  };
  const request = async <Result>(
    document: TypedDocument<unknown, never> | string,
    variables?: object,
    options?: RequestOptions,
  ): Promise<Result> => {
    const { data, errors } = await execute<Result>(document, variables, options);
    if (errors.length > 0) throw errorOf(errors, data);
    return data as Result;
  };
  return { request, execute };
}

/** A name for one call; Node 18 keeps its random source in a module. */
const newKey = async (): Promise<string> => (globalThis.crypto ?? (await import("node:crypto")).webcrypto).randomUUID();
