import { type FieldNode, type GraphQLField, Kind, valueFromASTUntyped } from "graphql";
import type { Variables } from "./conditions.ts";
import type { Said, Size } from "./step.ts";

const counting = ["first", "last", "ids"];

/** What a field's own argument says; undefined where it says nothing. */
function saidBy(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], name: string): Said | undefined {
  const arg = field.args.find((a) => a.name === name);
  if (!arg) return undefined;
  const given = nodes[0]?.arguments?.find((a) => a.name.value === name)?.value;
  if (given?.kind === Kind.VARIABLE) return { variable: given.name.value, value: arg.defaultValue };
  if (given) return { variable: null, value: listOrNumber(valueFromASTUntyped(given)) };
  return arg.defaultValue === undefined ? undefined : { variable: null, value: arg.defaultValue };
}

/** A list may hold variables, which stand for one item each. */
const listOrNumber = (value: unknown): unknown => (Array.isArray(value) ? value.map((v) => v ?? "") : value);

export function sizeOf(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], most: number): Size {
  const said = counting.flatMap((name) => saidBy(field, nodes, name) ?? []);
  return { most: field.args.some((a) => counting.includes(a.name)) ? 100 : most, said };
}

/** The ids that a field is asked by, one or many. */
export const idsOf = (field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Said | null =>
  saidBy(field, nodes, "ids") ?? saidBy(field, nodes, "id") ?? null;

export const valueIn = ({ variable, value }: Said, variables: Variables): unknown =>
  variable === null ? value : (variables[variable] ?? value);

/** How many items there may be, for these variables. Whatever is no number is counted in full; it will be refused. */
export function itemsIn({ most, said }: Size, variables: Variables): number {
  for (const each of said) {
    const value = valueIn(each, variables);
    const count = Array.isArray(value) ? value.length : value;
    if (typeof count === "number" && Number.isFinite(count)) return Math.min(Math.max(Math.trunc(count), 0), most);
  }
  return most;
}
