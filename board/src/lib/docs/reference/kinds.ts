import type { Kind } from "../../../../../schema/docs/address.ts";

export const titles: { readonly [kind in Kind]: string } = {
  queries: "Queries",
  mutations: "Mutations",
  subscriptions: "Subscriptions",
  objects: "Objects",
  interfaces: "Interfaces",
  unions: "Unions",
  inputs: "Inputs",
  enums: "Enums",
  scalars: "Scalars",
};

export const singular: { readonly [kind in Kind]: string } = {
  queries: "Query",
  mutations: "Mutation",
  subscriptions: "Subscription",
  objects: "Object",
  interfaces: "Interface",
  unions: "Union",
  inputs: "Input",
  enums: "Enum",
  scalars: "Scalar",
};

export type Named = { readonly kind: Kind; readonly name: string; readonly about: string; readonly old: boolean };

/** What there is of each kind, in the order of the kinds; kinds without any are left out. */
export const byKind = (names: readonly Named[]) =>
  (Object.keys(titles) as Kind[])
    .map((kind) => ({ kind, title: titles[kind], names: names.filter((named) => named.kind === kind) }))
    .filter((group) => group.names.length > 0);
