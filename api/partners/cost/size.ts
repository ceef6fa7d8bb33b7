import { type FieldNode, type GraphQLField, Kind } from "graphql";
import type { Variables } from "./conditions.ts";
import type { Size } from "./step.ts";

const counting = new Set(["first", "last", "ids"]);

/** What a field's own arguments say about how many items it answers. */
export function sizeOf(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], most: number): Size {
  const said: { variable: string | null; value: unknown }[] = [];
  for (const { name, defaultValue } of field.args) {
    if (!counting.has(name)) continue;
    const given = nodes[0]?.arguments?.find((a) => a.name.value === name)?.value;
    if (given?.kind === Kind.VARIABLE) said.push({ variable: given.name.value, value: defaultValue });
    else if (given?.kind === Kind.INT) said.push({ variable: null, value: Number(given.value) });
    else if (given?.kind === Kind.LIST) said.push({ variable: null, value: given.values.length });
    else if (given === undefined && defaultValue !== undefined) said.push({ variable: null, value: defaultValue });
  }
  const isCounted = field.args.some((a) => counting.has(a.name));
  return { most: isCounted ? 100 : most, said };
}

/** How many items there may be, for these variables. Whatever is no number is counted in full; it will be refused. */
export function itemsIn({ most, said }: Size, variables: Variables): number {
  for (const { variable, value } of said) {
    const given = variable === null ? value : (variables[variable] ?? value);
    const count = Array.isArray(given) ? given.length : given;
    if (typeof count === "number" && Number.isFinite(count)) return Math.min(Math.max(Math.trunc(count), 0), most);
  }
  return most;
}
