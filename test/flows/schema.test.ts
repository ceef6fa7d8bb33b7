import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

const contract = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
const kinds: Record<string, string> = {
  type: "OBJECT",
  interface: "INTERFACE",
  union: "UNION",
  enum: "ENUM",
  input: "INPUT_OBJECT",
  scalar: "SCALAR",
};
/** The contract's definitions as text: what each is, and the names of the fields or values inside. */
const written = new Map(
  [...contract.matchAll(/^(type|interface|union|enum|input|scalar) (\w+)(?:[^{\n]*\{\n(.*?)^\})?/gms)].map(
    ([, word, name, body = ""]) => {
      const inside = body.replaceAll(/"""(.|\n)*?"""/g, "").matchAll(/^ {2}(\w+)/gm);
      return [name as string, { kind: kinds[word as string], inside: [...inside].map((m) => m[1]).sort() }];
    },
  ),
);

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
});
afterAll(() => desk.close());

type Named = { name: string; description: string | null };
type Type = Named & { kind: string; fields: Named[] | null; inputFields: Named[] | null; enumValues: Named[] | null };
const introspection = `{ __schema { types { kind name description
  fields { name description } inputFields { name description } enumValues { name description } } } }`;

describe("a client can learn the contract from the desk itself", () => {
  test("a running desk serves every type, field and enum value that is checked in, and no other", async () => {
    const { data, errors } = await desk.gql<{ __schema: { types: Type[] } }>("partner", introspection);
    expect(errors).toBeUndefined();
    const own = ({ name }: Type) =>
      !name.startsWith("__") && !["ID", "Int", "Float", "String", "Boolean"].includes(name);
    const served = data.__schema.types.filter(own).map((type) => {
      const inside = [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])];
      return [type.name, { kind: type.kind, inside: inside.map((f) => f.name).sort() }] as const;
    });
    expect(written.size).toBeGreaterThan(150);
    expect(Object.fromEntries(served)).toEqual(Object.fromEntries(written));
  });

  test("descriptions are served too, so that a client's tools can show them", async () => {
    const about = `{ __type(name: "Ticket") { description fields { name description args { name description } } } }`;
    const { data } = await desk.gql("partner", about);
    expect(data.__type.description).toContain("request for support");
    const named = data.__type.fields.flatMap((f: Named & { args: Named[] }) => [f, ...f.args]);
    expect(named.filter((n: Named) => !n.description)).toEqual([]);
  });

  test("without a token nobody learns anything", async () => {
    const response = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: introspection }),
    });
    expect(response.status).toBe(401);
  });

  test("a field that does not exist is refused by its name", async () => {
    const { errors } = await desk.gql("partner", "{ viewer { nickname } }");
    expect(errors?.[0]).toMatchObject({ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
    expect(errors?.[0]?.message).toContain("nickname");
  });
});
