import type { TestDesk } from "./desk.ts";

type TypeRef = { kind: string; name: string | null; ofType: TypeRef | null };
type Argument = { name: string; type: TypeRef; defaultValue: string | null };
type Field = { name: string; args: Argument[]; type: TypeRef };
type Type = {
  kind: string;
  name: string;
  fields: Field[] | null;
  inputFields: Argument[] | null;
  enumValues: { name: string }[] | null;
};

const REF = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
const introspection = `{ __schema { types { kind name enumValues { name } inputFields { name defaultValue type { ${REF} } }
  fields { name args { name defaultValue type { ${REF} } } type { ${REF} } } } } }`;

const literals: { readonly [scalar: string]: string } = {
  ID: '"any_00000000000000000000000000000000"',
  Int: "1",
  Float: "1",
  Boolean: "true",
  DateTime: '"2026-11-30T15:00:00Z"',
  Date: '"2026-11-30"',
  Position: '"1"',
};

/** The smallest valid document for each root field, made from the schema: every required argument has some value. */
export async function anyDocuments(
  desk: TestDesk,
): Promise<{ operation: "query" | "mutation"; field: string; text: string }[]> {
  const { data } = await desk.gql<{ __schema: { types: Type[] } }>("manager", introspection);
  const types = new Map(data.__schema.types.map((t) => [t.name, t]));
  const literal = (type: TypeRef): string => {
    if (type.kind === "NON_NULL") return literal(type.ofType as TypeRef);
    if (type.kind === "LIST") return `[${literal(type.ofType as TypeRef)}]`;
    const named = types.get(type.name as string) as Type;
    if (named.kind === "ENUM") return (named.enumValues as { name: string }[])[0]?.name as string;
    if (named.kind === "INPUT_OBJECT") return `{ ${given(named.inputFields ?? []).join(", ")} }`;
    return literals[named.name] ?? '"x"';
  };
  const given = (args: Argument[]) =>
    args
      .filter((a) => a.type.kind === "NON_NULL" && a.defaultValue === null)
      .map((a) => `${a.name}: ${literal(a.type)}`);
  const isLeaf = (type: TypeRef): boolean =>
    type.ofType ? isLeaf(type.ofType) : type.kind === "SCALAR" || type.kind === "ENUM";
  return (["query", "mutation"] as const).flatMap((operation) => {
    const root = types.get(operation === "query" ? "Query" : "Mutation") as Type;
    return (root.fields ?? []).map(({ name, args, type }) => {
      const values = given(args);
      const call = `${name}${values.length > 0 ? `(${values.join(", ")})` : ""}${isLeaf(type) ? "" : " { __typename }"}`;
      return { operation, field: name, text: `${operation} { ${call} }` };
    });
  });
}
