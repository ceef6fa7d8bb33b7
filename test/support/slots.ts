import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from "graphql";
import { ID_PREFIXES, type IdType } from "../../api/platform/global-id.ts";

type Input = GraphQLArgument | GraphQLInputField;
/** A place in a document where an id stands, and the document with any id there. */
export type Slot = {
  operation: "query" | "mutation" | "subscription";
  field: string;
  /** Names from the argument inwards. */
  path: readonly string[];
  /** Whose ids stand there; all types' where it does not say. */
  types: readonly IdType[];
  document(id: string): string;
};

const literals: { readonly [scalar: string]: string } = {
  Int: "1",
  Float: "1",
  Boolean: "true",
  String: '"x"',
  DateTime: '"2026-11-30T15:00:00Z"',
  Date: '"2026-11-30"',
  Position: '"1"',
};
const names: { readonly [name: string]: IdType } = {
  assignee: "Technician",
  assigneeId: "Technician",
  intoTicketId: "Ticket",
  requester: "Contact",
  requesterId: "Contact",
  sessionId: "RemoteSession",
  clockId: "SlaClock",
  keyId: "ApiKey",
  endpointId: "WebhookEndpoint",
  deliveryIds: "WebhookDelivery",
  attachmentIds: "Attachment",
};
const all = Object.keys(ID_PREFIXES) as IdType[];
const byName = (name: string): IdType | undefined =>
  names[name] ?? all.find((type) => `${type[0]?.toLowerCase()}${type.slice(1)}` === name.replace(/Id$/, ""));

/** Makes documents of a schema: each root field with what it requires, filled from ids of one's own. */
export function documentsOf(schema: GraphQLSchema, own: (type: IdType) => string) {
  const literal = (type: GraphQLInputType, name: string, parent = name): string => {
    const bare = getNullableType(type);
    if (isListType(bare)) return `[${literal(bare.ofType, name, parent)}]`;
    if (isEnumType(bare)) return bare.getValues()[0]?.name as string;
    if (isInputObjectType(bare)) return objectLiteral(bare, undefined, "", []);
    return bare.name === "ID"
      ? `"${own(byName(name) ?? byName(parent) ?? "Ticket")}"`
      : (literals[bare.name] as string);
  };
  /** An input with what it requires, and one field of it said otherwise. */
  const objectLiteral = (
    type: GraphQLInputType,
    field: string | undefined,
    value: string,
    path: readonly string[],
  ): string => {
    const fields = Object.values(
      (getNamedType(type) as never as { getFields(): Record<string, GraphQLInputField> }).getFields(),
    );
    const given = fields.flatMap((f) =>
      f.name === field
        ? [`${f.name}: ${value}`]
        : isRequiredInputField(f)
          ? [`${f.name}: ${literal(f.type, f.name, path.at(-1))}`]
          : [],
    );
    return `{ ${given.join(", ")} }`;
  };
  /** Every id inside an argument: the path to it and the argument's text with a value there. */
  function* idsIn(
    input: Input,
    path: readonly string[],
    seen: readonly string[],
  ): Generator<[string[], (id: string) => string]> {
    const named = getNamedType(input.type);
    const listed = (text: string) => (isListType(getNullableType(input.type)) ? `[${text}]` : text);
    const here = [...path, input.name];
    if (named.name === "ID") yield [here, (id) => listed(`"${id}"`)];
    if (!isInputObjectType(named) || seen.includes(named.name)) return;
    for (const field of Object.values(named.getFields()))
      for (const [inner, text] of idsIn(field, here, [...seen, named.name]))
        yield [inner, (id) => listed(objectLiteral(named, field.name, text(id), here))];
  }

  const call = (field: GraphQLField<unknown, unknown>, said: string | undefined, text: string, selection: string) => {
    const args = field.args.flatMap((a) =>
      a.name === said
        ? [`${a.name}: ${text}`]
        : isRequiredArgument(a) || a.name === "first"
          ? [`${a.name}: ${literal(a.type, a.name)}`]
          : [],
    );
    return `${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${selection}`;
  };
  /** All that can be read of a type without going round in circles. */
  const selection = (type: GraphQLOutputType, depth: number, seen: readonly string[] = [], alias = ""): string => {
    const named = getNamedType(type);
    if (isLeafType(named)) return "";
    const parts = ["__typename"];
    if (isObjectType(named) && depth > 0 && !seen.includes(named.name))
      for (const field of Object.values(named.getFields())) {
        const inner = selection(field.type, depth - 1, [...seen, named.name]);
        if (isLeafType(getNamedType(field.type)) || inner !== " { __typename }")
          parts.push(`${alias && `${alias}${field.name}: `}${call(field, undefined, "", inner)}`);
      }
    if ((isInterfaceType(named) || isUnionType(named)) && depth > 0)
      // fields of one name may have types that differ: each type's are named after it
      for (const { name, ...possible } of schema.getPossibleTypes(named).map((t) => ({ name: t.name, type: t })))
        parts.push(`... on ${name}${selection(possible.type, depth, seen, `${name}_`)}`);
    return ` { ${parts.join(" ")} }`;
  };

  const roots = [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
    ["subscription", schema.getSubscriptionType()],
  ] as const;
  const fields = roots.flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {}).map((field) => ({ operation, field })),
  );
  const refusals = (field: GraphQLField<unknown, unknown>) =>
    ` { userErrors { code field message } ${Object.values(
      (
        getNamedType(field.type) as never as { getFields(): Record<string, GraphQLField<unknown, unknown>> }
      ).getFields(),
    )
      .filter(
        (f) => isObjectType(getNamedType(f.type)) && f.name !== "userErrors" && !isListType(getNullableType(f.type)),
      )
      .map((f) => `${f.name} { __typename }`)
      .join(" ")} }`;
  const body = (operation: string, field: GraphQLField<unknown, unknown>, depth: number) =>
    operation === "mutation" ? refusals(field) : selection(field.type, depth);

  return {
    selection,
    /** Every place of every root field where an id stands. */
    slots: (depth = 2): Slot[] =>
      fields.flatMap(({ operation, field }) =>
        field.args.flatMap((arg) =>
          [...idsIn(arg, [], [])].map(([path, text]) => {
            const type = [...path]
              .reverse()
              .map(byName)
              .find((t) => t !== undefined);
            const [types, inner] = [type ? [type] : all, body(operation, field, depth)];
            const document = (id: string) => `${operation} { ${call(field, arg.name, text(id), inner)} }`;
            return { operation, field: field.name, path, types, document };
          }),
        ),
      ),
    /** A mutation whose input is a variable, asked for all that it answers. */
    mutation: (name: string, depth = 2): string => {
      const field = schema.getMutationType()?.getFields()[name] as GraphQLField<unknown, unknown>;
      return `mutation($input: ${field.args[0]?.type}) { ${name}(input: $input)${selection(field.type, depth)} }`;
    },
    /** One root field with arguments as text, asked for all that it tells. */
    asked: (operation: Slot["operation"], name: string, args: string, depth = 4): string => {
      const { field } = fields.find((f) => f.operation === operation && f.field.name === name) as (typeof fields)[0];
      return `${operation} { ${name}(${args})${body(operation, field, depth)} }`;
    },
    /** Every root field, asked for all that it tells. */
    whole: (operation: "query" | "mutation", depth = 4) =>
      fields
        .filter((f) => f.operation === operation)
        .map(({ field }) => ({
          field: field.name,
          document: `${operation} { ${call(field, undefined, "", body(operation, field, depth))} }`,
        })),
  };
}
