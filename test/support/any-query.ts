import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

type Next = () => number;
/** Things that exist, to ask for by their ids. */
export type Known = { readonly [type: string]: readonly string[] };

/**
 * A random query, made by walking the real schema: fields at random, pages of random sizes, ids of things that exist,
 * aliases, fragments, variables. Everything is valid; whether it is allowed or affordable is for the desk to say.
 */
export function anyQuery(schema: GraphQLSchema, known: Known, next: Next, roots: readonly string[]) {
  const upTo = (n: number) => Math.floor(next() * n);
  const pick = <T>(of: readonly T[]): T => of[upTo(of.length)] as T;
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  const variable = (type: string, value: unknown) => {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };
  const sizes = () => pick([1, 2, 5, 10, 20]);
  const literal = (arg: GraphQLArgument | { type: any; name: string }, of: string): string => {
    const type = getNullableType(arg.type);
    if (isListType(type)) return `[${literal({ name: arg.name, type: type.ofType }, of)}]`;
    const named = getNamedType(arg.type as GraphQLArgument["type"]);
    if (isEnumType(named)) return pick(named.getValues()).name;
    if (isInputObjectType(named))
      return `{ ${Object.values(named.getFields())
        .filter((f) => isNonNullType(f.type) && f.defaultValue === undefined)
        .map((f) => `${f.name}: ${literal(f, of)}`)
        .join(", ")} }`;
    if (named.name === "ID") return JSON.stringify(pick(known[of] ?? known["Ticket"] ?? ["none"]));
    if (named.name === "Int") return String(sizes());
    if (named.name === "DateTime") return pick(['"2026-11-01T00:00:00Z"', '"2026-11-30T00:00:00Z"']);
    if (named.name === "Date") return arg.name === "from" ? '"2026-11-01"' : '"2026-12-01"';
    return ({ Float: "1", Boolean: "true", Position: '"1"' } as Record<string, string>)[named.name] ?? '"x"';
  };
  const argumentsOf = (field: GraphQLField<unknown, unknown>, of: string): string => {
    const given = field.args.flatMap((arg) => {
      if (arg.name === "first") {
        const size = sizes();
        return [`first: ${next() < 0.5 ? size : variable("Int!", size)}`];
      }
      if (arg.name === "number") return [];
      if (arg.name === "ids")
        return [`ids: ${JSON.stringify(Array.from({ length: 1 + upTo(8) }, () => pick(known["Ticket"] ?? [])))}`];
      if (arg.name === "id") return [`id: ${JSON.stringify(pick(known[of] ?? known["Ticket"] ?? []))}`];
      return isNonNullType(arg.type) && arg.defaultValue === undefined ? [`${arg.name}: ${literal(arg, of)}`] : [];
    });
    return given.length > 0 ? `(${given.join(", ")})` : "";
  };
  const selection = (type: GraphQLObjectType, depth: number): string => {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((f) => isLeafType(getNamedType(f.type)));
    const inner = depth > 0 ? fields.filter((f) => !isLeafType(getNamedType(f.type))) : [];
    const always = type.name.endsWith("Connection") || type.name.endsWith("Edge") ? inner : [];
    const some = always.length > 0 ? always : inner.filter(() => next() < 2.5 / Math.max(2.5, inner.length));
    const texts = leaves.filter(() => next() < 0.4).map((f) => call(f, 0));
    const all = [...texts, ...some.map((f) => call(f, depth))];
    if (all.length === 0) all.push("__typename");
    if (next() > 0.1) return `{ ${all.join(" ")} }`;
    fragments.push(`fragment F${fragments.length} on ${type.name} { ${all.join(" ")} }`);
    return `{ ...F${fragments.length - 1} }`;
  };
  const call = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const named = getNamedType(field.type);
    const alias = next() < 0.1 ? `a${upTo(1e6)}: ` : "";
    const condition = next() < 0.03 ? ` @include(if: ${variable("Boolean!", next() < 0.5)})` : "";
    const head = `${alias}${field.name}${argumentsOf(field, named.name === "Node" ? pick(Object.keys(known)) : named.name)}${condition}`;
    if (isLeafType(named)) return head;
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
    const wanted = types.filter((t) => !isAbstractType(named) || known[t.name]);
    const inside = isAbstractType(named)
      ? `{ __typename ${wanted.map((t) => `... on ${t.name} ${selection(t, depth - 1)}`).join(" ")} }`
      : isObjectType(named)
        ? selection(named, depth - 1)
        : "";
    return `${head} ${inside}`;
  };
  const root = schema.getQueryType() as GraphQLObjectType;
  const asked = Array.from({ length: 1 + upTo(2) }, () => pick(roots)).map((name, i) => {
    const text = call(root.getFields()[name] as GraphQLField<unknown, unknown>, 2 + upTo(5));
    return /^a\d+: /.test(text) ? text : `r${i}: ${text}`;
  });
  const head = declared.length > 0 ? `query Any(${declared.join(", ")})` : "query Any";
  return { query: `${head} { ${asked.join(" ")} } ${fragments.join(" ")}`, variables };
}
