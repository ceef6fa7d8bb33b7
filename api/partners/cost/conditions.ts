import { type DirectiveNode, Kind } from "graphql";

/** A selection counts when every one of these holds for the variables. */
export type When = readonly { readonly variable: string; readonly is: boolean }[];

/** Adds what `@include` and `@skip` of a selection ask for; null when it is never there. */
export function conditionsOf(directives: readonly DirectiveNode[] | undefined, outer: When): When | null {
  let when = outer;
  for (const { name, arguments: given } of directives ?? []) {
    if (name.value !== "include" && name.value !== "skip") continue;
    const value = given?.find((a) => a.name.value === "if")?.value;
    const is = name.value === "include";
    if (value?.kind === Kind.BOOLEAN && value.value !== is) return null;
    if (value?.kind === Kind.VARIABLE) when = [...when, { variable: value.name.value, is }];
  }
  return when;
}

export const holds = (when: When, variables: Variables): boolean =>
  when.every(({ variable, is }) => Boolean(variables[variable]) === is);

export type Variables = { readonly [name: string]: unknown };
