import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNullableType,
  isObjectType,
} from "graphql";
import { barrierTo, fieldScopes, permissions } from "../people/permissions.ts";
import type { Context } from "../platform/context.ts";
import { forbidden, lacksScope } from "../platform/failures.ts";
import { refuseUnkeepable } from "../platform/keepable-text.ts";
import { hasScope } from "../platform/viewer.ts";

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Every root field is guarded by its row of the permissions; one without a row does not start. */
export function guardRoots(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    for (const [name, field] of Object.entries(root?.getFields() ?? {})) {
      if (!permissions[name]) throw new Error(`who may use ${name}? Add its row to people/permissions.ts`);
      const guard =
        (inner: Resolver | undefined): Resolver =>
        (source, args, context, info) => {
          const barrier = barrierTo(context.viewer, name);
          if (barrier === "KIND") throw forbidden(context.viewer.kind, name);
          if (barrier) throw lacksScope(barrier.requiredScope, name);
          refuseUnkeepable(args);
          return inner?.(source, args, context, info);
        };
      if (field.subscribe) field.subscribe = guard(field.subscribe);
      else field.resolve = guard(field.resolve);
    }
}

/** Fields behind a scope of their own. They are nullable, so that the error takes nothing else of the page with it. */
export function guardFields(schema: GraphQLSchema): void {
  for (const [path, scope] of Object.entries(fieldScopes)) {
    const [typeName, fieldName] = path.split(".") as [string, string];
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field || !isNullableType(field.type))
      throw new Error(`${path} is behind a scope: it must be there, and nullable`);
    const inner: Resolver = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: Context, info) => {
      if (!hasScope(context.viewer, scope)) throw lacksScope(scope, path);
      return inner(source, args, context, info);
    };
  }
}
