import { createHash } from "node:crypto";
import {
  type GraphQLFieldResolver,
  type GraphQLInputObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  print,
} from "graphql";
import type { Context } from "../platform/context.ts";
import type { Effect } from "../platform/idempotency.ts";
import { readIdempotencyKey } from "../platform/idempotency-key.ts";

const DESCRIPTION =
  "Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it.";

type Keyed = { input?: { idempotencyKey?: unknown } };

/** Every mutation can be named by a key, in its input or for the whole request, and is then done once. */
export function keepEffects(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    takeKey(getNamedType(field.args[0]?.type) as GraphQLInputObjectType);
    const inner = field.resolve as GraphQLFieldResolver<unknown, Context>;
    field.resolve = (source: unknown, args: Keyed, context: Context, info) => {
      const key = readIdempotencyKey(args.input?.idempotencyKey) ?? context.idempotencyKey;
      if (key === null) return inner(source, args, context, info);
      return context.under(effectOf(key, context, info), () => inner(source, args, context, info));
    };
  }
}

function takeKey(input: GraphQLInputObjectType): void {
  const name = "idempotencyKey";
  input.getFields()[name] ??= {
    name,
    description: DESCRIPTION,
    type: GraphQLString,
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  };
}

const effectOf = (key: string, { effects }: Context, info: GraphQLResolveInfo): Effect => ({
  key,
  slot: effects.filter((effect) => effect.key === key).length,
  fingerprint: fingerprintOf(info),
  field: String(info.path.key),
});

/** Of what was asked, not of how it was written: layout and comments of the document do not count, nor JSON's order of keys. */
function fingerprintOf({ operation, fragments, variableValues }: GraphQLResolveInfo): string {
  const document = [
    operation,
    ...Object.keys(fragments)
      .sort()
      .map((name) => fragments[name]),
  ];
  const hash = createHash("sha256");
  for (const definition of document) if (definition) hash.update(print(definition));
  return hash.update(JSON.stringify(variableValues)).digest("hex");
}
