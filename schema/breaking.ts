import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** Everything of a schema that is on its way out, by its path, with the reason given. */
export function deprecations(schema: GraphQLSchema): Map<string, string> {
  const found = new Map<string, string>();
  const note = (path: string, reason: string | null | undefined) => reason != null && found.set(path, reason);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type))
      for (const value of type.getValues()) note(`${type.name}.${value.name}`, value.deprecationReason);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field.deprecationReason);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field.deprecationReason);
        for (const arg of field.args) note(`${type.name}.${field.name}(${arg.name}:)`, arg.deprecationReason);
      }
  }
  return found;
}

/** The date in a reason such as "Use `totalCount`. Removed on 2028-01-31." */
const removalIn = (reason: string): string | null => /\b(\d{4}-\d{2}-\d{2})\b/.exec(reason)?.[1] ?? null;
const yearAfter = (today: string) => `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;

/**
 * What the present contract may not do to whoever built on the published one; empty: nothing. Dates are `YYYY-MM-DD`.
 * What was announced twelve months ahead may go on its day.
 */
export function faults(publishedText: string, presentText: string, today: string): string[] {
  const [published, present] = [buildSchema(publishedText), buildSchema(presentText)];
  const announced = deprecations(published);
  const gone = (path: string) => {
    const date = removalIn(announced.get(path) ?? "");
    return date !== null && date <= today;
  };
  const breaking = findBreakingChanges(published, present)
    .filter(({ description }) => ![...announced.keys()].some((path) => gone(path) && isAbout(description, path)))
    .map(({ description }) => description);
  const defaults = findDangerousChanges(published, present)
    .filter(({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE)
    .map(({ description }) => description);
  const exclusive = Object.values(present.getTypeMap()).flatMap((type) => {
    const before = published.getType(type.name);
    const differs = isInputObjectType(type) && isInputObjectType(before) && type.isOneOf !== before.isOneOf;
    return differs ? [`${type.name} ${type.isOneOf ? "became" : "is no longer"} @oneOf.`] : [];
  });
  return [...breaking, ...defaults, ...exclusive, ...badlyAnnounced(announced, deprecations(present), today)];
}

/** Whether a change is the removal of just this: graphql-js says it in words only. */
const isAbout = (description: string, path: string): boolean =>
  description.startsWith(`${path} was removed.`) ||
  description.startsWith(`${path.split(".")[1]} was removed from enum type ${path.split(".")[0]}.`);

function badlyAnnounced(before: Map<string, string>, now: Map<string, string>, today: string): string[] {
  return [...now].flatMap(([path, reason]) => {
    const date = removalIn(reason);
    if (date === null) return [`${path} is deprecated without the date of its removal ("… on 2028-01-31").`];
    if (before.get(path) === reason) return [];
    const earliest = yearAfter(today);
    return date < earliest ? [`${path} would be removed on ${date}: twelve months ahead is ${earliest} or later.`] : [];
  });
}
