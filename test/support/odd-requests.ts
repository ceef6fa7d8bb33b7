import fc from "fast-check";
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { random } from "../load/figures.ts";
import { anyQuery, type Known } from "./any-query.ts";

export type OddRequest = { method: string; path: string; headers: Record<string, string>; body: string | null };

const words = [
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  ":",
  "$",
  "...",
  "@",
  "!",
  "|",
  "=",
  "query",
  "mutation",
  "subscription",
  "fragment",
  "on",
  "tickets",
  "node",
  "viewer",
  "__schema",
  "__type",
  "first",
  "id",
  "1",
  "-0",
  "1e999",
  '"x"',
  '"""',
  '"\\u0000"',
  "null",
  "true",
  "a",
  "#",
  ",",
  "\u202e",
  "\ufeff",
];
const numbers = fc.constantFrom(0, -1, 1, 100, 101, 2 ** 31, -(2 ** 31), 2 ** 53, 1e300, 1.5, -0);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "'; drop table ticket; --",
    "<script>alert(1)</script>",
    "=1+1",
    "x".repeat(300),
    "x".repeat(70_000),
    "2026-11-30T15:00:00Z",
    "9999-12-31T23:59:59Z",
    "2026-02-30",
    "tkt_00000000000000000000000000000000",
    "cli_",
    "URGENT",
    "%",
    "_",
    "\\",
    "__proto__",
  ),
);
const odd = fc.oneof(
  { weight: 3, arbitrary: texts },
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value for an input of the schema: mostly of its kind, now and then of no kind at all; ids are often real ones. */
function valueFor(type: GraphQLInputType, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const nullable = getNullableType(type);
  const named = getNamedType(type);
  const fitting = (): fc.Arbitrary<unknown> => {
    if (isListType(nullable)) return fc.array(valueFor(nullable.ofType, known, depth + 1), { maxLength: 3 });
    if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((v) => v.name));
    if (isInputObjectType(named)) {
      if (depth > 4) return fc.constant({});
      const fields = Object.values(named.getFields());
      const required = fields.filter((f) => isNonNullType(f.type)).map((f) => f.name);
      const model = Object.fromEntries(fields.map((f) => [f.name, valueFor(f.type, known, depth + 1)]));
      return fc.record(model, { requiredKeys: required as never[] });
    }
    if (named.name === "ID") return fc.oneof(fc.constantFrom(...Object.values(known).flat()), texts);
    if (named.name === "Int" || named.name === "Float") return numbers;
    if (named.name === "Boolean") return fc.boolean();
    if (named.name === "DateTime")
      return fc.constantFrom(
        "2026-11-30T15:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2026-11-30T15:00:00.5+05:30",
      );
    if (named.name === "Date") return fc.constantFrom("2026-11-30", "0001-01-01", "9999-12-31");
    return texts;
  };
  return fc.oneof({ weight: 12, arbitrary: fitting() }, { weight: 1, arbitrary: odd });
}

/** Each root field as an operation of its own whose arguments are variables, with values as they come. */
function calls(
  schema: GraphQLSchema,
  known: Known,
  except: ReadonlySet<string>,
): fc.Arbitrary<{ query: string; variables: object }>[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root, i) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => !except.has(field.name))
      .map((field) => {
        const declared = field.args.map((a) => `$${a.name}: ${a.type}`).join(", ");
        const given = field.args.map((a) => `${a.name}: $${a.name}`).join(", ");
        const leaf =
          "getFields" in getNamedType(field.type) || "getTypes" in getNamedType(field.type) ? "{ __typename }" : "";
        const query = `${i === 0 ? "query" : "mutation"} Odd${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${leaf} }`;
        const variables = fc.record(Object.fromEntries(field.args.map((a) => [a.name, valueFor(a.type, known)])), {
          requiredKeys: [],
        });
        return variables.map((v) => ({ query, variables: v }));
      }),
  );
}

/** A text with something cut out, doubled or put in. */
const mangled = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.nat(), fc.nat(30), fc.oneof(fc.constantFrom(...words), texts)).map(([t, at, cut, put]) => {
    const from = at % (t.length + 1);
    return t.slice(0, from) + put + t.slice(from + cut);
  });

/** Requests of every kind of oddness: documents, variables, headers, bodies, methods. */
export function oddRequests(
  schema: GraphQLSchema,
  known: Known,
  tokens: readonly string[],
  except: readonly string[],
): fc.Arbitrary<OddRequest> {
  const roots = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => !except.includes(name));
  const valid = fc.nat().map((seed) => anyQuery(schema, known, random(seed), roots));
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((w) => w.join(" "));
  const bomb = fc
    .tuple(fc.constantFrom("{a", "[", "{node(id:[", "a ", "...F ", "@a ", "{__schema{types{fields{type"), fc.nat(4_000))
    .map(([t, n]) => t.repeat(n));
  const documents = fc.oneof(
    { weight: 2, arbitrary: valid },
    { weight: 3, arbitrary: mangled(valid.map((v) => v.query)).map((query) => ({ query, variables: {} })) },
    { weight: 2, arbitrary: soup.map((query) => ({ query, variables: {} })) },
    { weight: 1, arbitrary: texts.map((query) => ({ query, variables: {} })) },
    { weight: 1, arbitrary: bomb.map((query) => ({ query, variables: {} })) },
    { weight: 6, arbitrary: fc.oneof(...calls(schema, known, new Set(except))) },
  );
  const body = fc.oneof(
    { weight: 12, arbitrary: documents.map((d) => JSON.stringify(d)) },
    {
      weight: 2,
      arbitrary: fc
        .record({ query: odd, variables: odd, operationName: odd, extensions: odd }, { requiredKeys: [] })
        .map((b) => JSON.stringify(b)),
    },
    { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
    { weight: 1, arbitrary: mangled(documents.map((d) => JSON.stringify(d))) },
  );
  const visible = fc
    .string({ unit: fc.constantFrom(..."abcXYZ019 ,;=/*\"'()<>-_.:%~{}".split("")), maxLength: 40 })
    .map((s) => s.trim());
  const headers = fc.record(
    {
      accept: fc.oneof(
        fc.constantFrom("*/*", "application/json", "application/graphql-response+json", "text/html"),
        visible,
      ),
      "x-request-id": visible,
      "watchdesk-at": fc.oneof(fc.constantFrom("2026-01-01T00:00:00Z"), visible),
      cookie: visible,
      origin: visible,
      "sec-fetch-site": visible,
      "idempotency-key": visible,
      "content-encoding": fc.constantFrom("gzip", "identity", "br"),
      "if-none-match": visible,
      range: visible,
    },
    { requiredKeys: [] },
  );
  const some = fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers });
  const authorization = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...tokens).map((t) => `Bearer ${t}`) },
    visible,
    fc.constant(""),
  );
  const type = fc.oneof(
    { weight: 20, arbitrary: fc.constant("application/json") },
    visible,
    fc.constantFrom("text/plain", "application/json; charset=x", "multipart/form-data"),
  );
  return fc
    .tuple(
      fc.oneof({ weight: 12, arbitrary: fc.constant("POST") }, fc.constantFrom("GET", "PUT", "OPTIONS", "HEAD")),
      some,
      authorization,
      type,
      body,
    )
    .map(([method, more, who, kind, text]) => {
      const rest = { ...more, ...(who && { authorization: who }) } as Record<string, string>;
      if (method === "POST" || method === "PUT")
        return { method, path: "/graphql", headers: { "content-type": kind, ...rest }, body: text };
      return {
        method,
        path: `/graphql?query=${encodeURIComponent(text.toWellFormed().slice(0, 6_000))}`,
        headers: rest,
        body: null,
      };
    });
}
